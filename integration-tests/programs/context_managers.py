"""with: a class, contextlib, several items, an exception that is swallowed, ExitStack."""
import contextlib


class Door:  #: calls=1 level=1
    def __init__(self, name, swallow=False):  #: calls=4 level=1
        self.name, self.swallow = name, swallow

    def __enter__(self):  #: calls=4
        print("open", self.name)
        return self

    def __exit__(self, kind, value, traceback):  #: calls=4
        print("close", self.name, kind and kind.__name__)
        return self.swallow


@contextlib.contextmanager  #: calls=4
def tagged(name):
    print("<%s>" % name)
    try:
        yield name  #: lines=2
    except ValueError as error:
        print("in", name, "came", error)  #: lines=1
    finally:
        print("</%s>" % name)


with Door("front") as front, Door("back"):
    print("inside", front.name)

with Door("cellar", swallow=True):
    raise RuntimeError("swallowed")  #: raises=RuntimeError

with tagged("p"):
    raise ValueError("thrown into the generator")  #: raises=ValueError

with contextlib.ExitStack() as stack:
    stack.enter_context(Door("stacked"))
    stack.enter_context(tagged("b"))
    stack.callback(lambda: print("called back"))  #: calls=1
    print("all open")
