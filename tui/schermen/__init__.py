"""One file a screen: compose, take keys, show what a view gives; no rules and no storage here."""
