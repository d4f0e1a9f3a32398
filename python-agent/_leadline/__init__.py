"""Leadline's agent: what runs inside the traced interpreter. Standard library only, Python 3.6."""

VERSION = '0.1.0'
PROTOCOL = 1
