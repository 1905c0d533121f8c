"""The app in lines, for terminals that show no screens and for who listens to one.

Lines in and out: `kanaal`. What a page says: `verhaal`; the pages: `bladzijden`, of many candidates
`groep`, of pictures `beelden`. Entering marks by question and answer: `invullen`. A job: `taak`.
The commands and where the user is: `gesprek`; those about many candidates: `groepsgesprek`.
"""
