"""What to do where a text cannot be made: say so, unless the error is not the agent's."""

from _leadline import versions
from _leadline.values.classes import class_name, made_by_python

LET_THROUGH = (RecursionError,) if versions.RECURSION_ERRORS_MUST_PASS else ()

_traceback = BaseException.__dict__['__traceback__'].__get__
_arguments = BaseException.__dict__['args'].__get__
_startswith = str.startswith


def may_be_sent(fault):
    """Whether another thread may have raised it here, by PyThreadState_SetAsyncExc: of any class, with no arguments.

    What fails in our code is of a class in C, and says why, except where there is no memory.
    """
    cls = type(fault)
    return made_by_python(cls) or not (_arguments(fault) or cls is MemoryError)


def fault_text(fault):
    """Stands for the text that could not be made; raises again what is the program's own.

    A signal handler of the program may run between any two steps of the agent's, and raise.
    """
    if may_be_sent(fault):
        raise fault
    entry = _traceback(fault)
    while entry is not None:
        if not _startswith(entry.tb_frame.f_code.co_filename, _OWN):
            raise fault
        entry = entry.tb_next
    return '<no text: %s>' % class_name(type(fault))


# The agent's directory, as its code objects have it.
_OWN = fault_text.__code__.co_filename[:-len('faults.py')]
