"""What a screen shows, made from entities by pure functions: no Textual, no storage, no clock."""
