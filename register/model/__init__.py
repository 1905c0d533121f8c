"""The entities that every sector shares."""
