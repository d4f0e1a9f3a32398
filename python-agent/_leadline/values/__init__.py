"""The program's values and exceptions as texts, made without running any of its code."""
