"""Imported inside a function."""

VALUE = 42  #: lines=1
