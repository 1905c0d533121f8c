"""The parts screens are made of; each draws its own lines and refreshes only what differs."""
