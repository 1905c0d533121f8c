"""Filling in forms by keyboard, as pure state: no Textual, no storage, no clock.

What one typed text is worth: `tekst`. An entity while it is filled in: `boom`. Rows, keys and
errors of a form: `formulier`. Lists to choose a code from: `keuzelijst`, and where they come from:
`tabelkeuzen`. Asking before something is deleted: `bevestiging`.
"""
