"""What hears the events. Each engine says why it is unavailable, and has start, flush, stop."""
