"""Overviews: what the register holds of a school in a period, as records in a file and back."""
