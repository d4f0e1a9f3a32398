"""coverage.py's tracers, which take the one trace function that a thread has."""

import sys

from _leadline.values.classes import class_name

_METHOD = type((lambda self: None).__get__(0))


def owns(function):
    """Whether it is the trace function of coverage.py's tracer in Python, as set by sys.settrace."""
    return type(function) is _METHOD and class_name(type(function.__self__)).startswith('coverage.')


def may_trace_in_c():
    """Whether its C tracer is loaded, which takes the trace function without sys.settrace."""
    return 'coverage.tracer' in sys.modules
