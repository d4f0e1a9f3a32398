"""A trace function that does nothing."""
import sys


def trace(frame, event, arg):
    return trace


sys.settrace(trace)
