"""Hooks that the interpreter calls for uncaught exceptions, in threads and finalisers too."""
import sys
import threading
import traceback as tracebacks


def excepthook(kind, value, traceback):  #: calls=1 level=0
    print("hook:", kind.__name__, value, described(traceback))  #: lines=1


def thread_hook(args):  #: calls=1 level=0 @thread_excepthook
    print("thread hook:", args.exc_type.__name__, described(args.exc_traceback))


def unraisable_hook(args):  #: calls=1 level=1 @unraisable_hook
    print("unraisable hook:", args.exc_type.__name__, described(args.exc_traceback))


def described(traceback):  #: level=1,2 @unraisable_hook
    return "at line %d" % list(tracebacks.walk_tb(traceback))[-1][1]


class Thing:
    def __del__(self):  #: calls=1 level=1
        raise LookupError("in a finaliser")  #: raises=LookupError


def displayed(value):  #: calls=1 level=1
    print("displayed", value)


def failing():  #: calls=1 level=0
    raise KeyError("in a thread")  #: raises=KeyError


sys.excepthook, threading.excepthook, sys.unraisablehook = excepthook, thread_hook, unraisable_hook
sys.displayhook = displayed
thread = threading.Thread(target=failing)
thread.start()
thread.join()
Thing()
exec(compile("1 + 1", "<typed in>", "single"))
raise ValueError("not caught")  #: raises=ValueError
