"""Work on many candidates at once, as state without a screen: which, in what order, and what for.

A list of candidates is a `Groepslijst`; what an act would do to one of them is a `Groepsvoorstel`.
Nothing here knows of screens, storage or computing.
"""
