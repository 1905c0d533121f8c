"""The app in lines, for terminals that show no screens and for who listens to one.

Lines in and out: `kanaal`; choosing from a list: `keuze`; a command: `opdracht`. What a page says:
`verhaal`; the pages: `bladzijden`, of many candidates `groep`, of pictures `beelden`. Entering
marks by question and answer: `vragen`, `invullen`. A form: `formuliergesprek`; its lines with
their numbers: `formulierregels`. A job: `taak`.
The commands and where the user is: `gesprek`; those about many candidates: `groepsgesprek`; those
that change a dossier: `wijziggesprek`.
"""
