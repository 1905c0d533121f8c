"""Everything a person meets in a terminal: the app and the commands. No rules, no SQL, no XML."""
