"""Work on many candidates at once, as state without a screen: which, in what order, and what for.

A list of candidates is a `Groepslijst`; what can be done with them is a `Daad`, and what that would
do to one of them a `Groepsvoorstel`.
Nothing here knows of screens, storage or computing.
"""
