"""What runs when the program is over: handlers, finalisers and weak references, after an uncaught exception."""
import atexit
import weakref


class Thing:
    def __init__(self, name):  #: calls=2 level=1
        self.name = name

    def __del__(self):  #: calls=2 level=0,1
        print("finalised", self.name, describe(self))  #: lines=2


def describe(thing):  #: calls=2 level=1,2
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


def fails():  #: calls=1 level=1
    raise ValueError("not caught")  #: raises=ValueError


order = []
atexit.register(at_exit, "first registered")
atexit.register(failing_at_exit)
atexit.register(notes_the_order)
atexit.register(at_exit, "last registered")
dropped = Thing("dropped")
watch = weakref.ref(dropped, gone)
del dropped
weakref.finalize(notes_the_order, on_finalize, "kept")
at_exit.thing = Thing("dropped at exit")
atexit.register(delattr, at_exit, "thing")
fails()  #: lines=1
