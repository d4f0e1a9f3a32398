"""How a process begins to be recorded, and what runs its program."""
