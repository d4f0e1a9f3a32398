"""A fault of the agent's own is recorded as `trouble`, and does not surface in the program."""

from _leadline.values.exceptions import described
from _leadline.values.faults import may_be_sent

HERE = __file__.rpartition('own_faults')[0]  # the agent's package
_startswith = str.startswith  # a file name may be of the program's own str class
_traceback = BaseException.__dict__['__traceback__'].__get__


class Faults:
    """Reports each kind of fault once: a class of exceptions, and the place that raises it.

    trouble: takes the text of a report.
    """

    def __init__(self, trouble):
        self._trouble = trouble
        self._reported = set()

    def restart(self):
        """This is a forked child, with a stream of its own."""
        self._reported.clear()

    def run(self, failing, step, *given, otherwise=None):
        """What a step of ours returns, or `otherwise` where it fails. failing: what the report says then.

        What a signal handler of the program raises goes through. So does a RecursionError: CPython 3.6
        to 3.8 abort where it is caught for good.
        """
        try:
            return step(*given)
        except RecursionError:
            raise
        except Exception as fault:
            if not self.record(failing, fault):
                raise
        return otherwise

    def record(self, failing, fault):
        """Whether an exception is a fault of ours. If it is, it is reported."""
        if not isinstance(fault, Exception) or may_be_sent(fault):
            return False
        place = _place(fault)
        if place is None:
            return False
        try:
            self._report(failing, fault, place)
        except RecursionError:
            raise
        except Exception as another:  # memory is short, or the stream does not work
            if _place(another) is None:
                raise
        return True

    def _report(self, failing, fault, place):
        kind = type(fault).__name__, place
        if kind not in self._reported:
            self._reported.add(kind)
            self._trouble('%s: %s (%s)' % (failing, _described(fault), place))


def _place(fault):
    """File and line of ours that raised it; None where a signal handler did that ran in our code."""
    entry = _traceback(fault)
    while entry.tb_next is not None:
        entry = entry.tb_next
    file = entry.tb_frame.f_code.co_filename
    return '%s:%d' % (file[len(HERE):], entry.tb_lineno) if _startswith(file, HERE) else None


def _described(fault):
    try:
        return described(fault)
    except RecursionError:
        raise
    except Exception:
        return type(fault).__name__
