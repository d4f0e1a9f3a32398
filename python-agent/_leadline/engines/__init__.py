"""What receives the events: one file an engine, and what engines share."""
