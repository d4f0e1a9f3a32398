"""What runs when the program is over: handlers, finalisers, weak references, and the hook for exceptions."""
import atexit
import sys
import threading
import weakref


class Thing:
    def __init__(self, name):  #: calls=2 level=1
        self.name = name

    def __del__(self):  #: calls=2
        print("finalised", self.name, describe(self))  #: lines=2


def describe(thing):  #: calls=2
    return "<%s>" % thing.name


def at_exit(name):  #: calls=2 level=0
    print("at exit:", name, inner(name))  #: lines=2


def inner(name):  #: calls=2 level=1
    return name.upper()  #: lines=2


def failing_at_exit():  #: calls=1 level=0
    try:
        raise RuntimeError("late")  #: raises=RuntimeError
    except RuntimeError as error:
        print("caught", error)  #: lines=1


def notes_the_order():  #: calls=1 level=0
    order.append("exit")


def gone(reference):  #: calls=1
    print("reference is dead", reference() is None)  #: lines=1


def on_finalize(name):  #: calls=1
    print("weakref.finalize", name)  #: lines=1


def hook(kind, value, traceback):  #: calls=1 level=0
    print("hook:", kind.__name__, value, last_function(traceback))  #: lines=1


def last_function(traceback):  #: calls=1 level=1
    return traceback.tb_next and "there are frames"


def fails():  #: calls=1 level=1
    raise ValueError("nobody catches this")  #: raises=ValueError


order = []
atexit.register(at_exit, "first registered")
atexit.register(failing_at_exit)
atexit.register(notes_the_order)
atexit.register(at_exit, "last registered")
dropped = Thing("dropped")
watch = weakref.ref(dropped, gone)
del dropped
kept = Thing("kept until the modules go")
weakref.finalize(kept, on_finalize, "kept")
sys.excepthook = hook
fails()  #: lines=1
