"""The papers of an exam as data: what stands where, and why one must not be printed yet.

Nothing here prints: the templates are in data/documenten/ and `tui.werk.drukwerk` sets them.
What each paper follows, and what is left in doubt, stands in docs/documenten.md.
"""
