"""What to do where a text cannot be made: say so, unless the error is not the agent's."""

import sys

from _leadline.values.classes import class_name

# There, whoever catches it for good makes the next one abort the process.
LET_THROUGH = (RecursionError,) if sys.version_info < (3, 9) else ()

_traceback = BaseException.__dict__['__traceback__'].__get__
_startswith = str.startswith


def fault_text(fault):
    """Stands for the text that could not be made; raises again what is the program's own.

    A signal handler of the program may run between any two steps of the agent's, and raise.
    """
    entry = _traceback(fault)
    while entry is not None:
        if not _startswith(entry.tb_frame.f_code.co_filename, _OWN):
            raise fault
        entry = entry.tb_next
    return '<no text: %s>' % class_name(type(fault))


# The agent's directory, as its code objects have it.
_OWN = fault_text.__code__.co_filename[:-len('faults.py')]
