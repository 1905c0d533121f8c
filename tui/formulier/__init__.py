"""Filling in forms by keyboard, as pure state: no Textual, no storage, no clock.

What one typed text is worth: `tekst`. An entity while it is filled in: `boom`, and which of it
shows: `regels`. Keys and errors of a form: `formulier`; what somebody else booked meanwhile:
`samenloop`; the forms of a dossier: `formulieren`. Lists to choose a code from: `keuzelijst`, and
where they come from: `tabelkeuzen`. Asking before something goes: `bevestiging`.
"""
