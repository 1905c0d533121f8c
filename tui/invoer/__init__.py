"""Entering marks by keyboard, as pure state: no Textual, no storage, no clock.

What one cell makes of a key: `cel`. The cells of a sheet: `cellen`, the way over them: `weg`. Keys,
holding and the second reading: `blad`; what a key did: `gevolg`. Sheets of examenresultaten and
back: `bladen`. Pasting: `plakken`. Points in the place of marks: `score`.
"""
