"""The app in lines, for terminals that show no screens and for who listens to one.

Lines in and out: `kanaal`. What a page says: `verhaal`; the pages: `bladzijden`. Entering marks by
question and answer: `invullen`. The commands and where the user is: `gesprek`.
"""
