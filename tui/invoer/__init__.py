"""Entering marks by keyboard, as pure state: no Textual, no storage, no clock.

What one cell makes of a key: `cel`. The cells of a sheet: `cellen`. Keys, cursor and the second
reading: `blad`. Sheets from examenresultaten and back: `bladen`. Pasting: `plakken`. Points in the
place of marks: `score`.
"""
