"""The work behind the commands: many examenresultaten at once, between register and exam."""
