"""What hears the events: one file an engine, and what engines share."""
