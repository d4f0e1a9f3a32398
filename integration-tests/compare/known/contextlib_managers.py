import contextlib


@contextlib.contextmanager  #: differs=decorators 3.10/3.11
def door():  #: differs=decorated-def 3.7/3.8
    yield 1


def f():
    with door() as x:  #: differs=with-exit 3.9/3.10
        return x


def g():
    with contextlib.suppress(ValueError):  #: differs=with-exit 3.9/3.10
        raise ValueError  #: differs=with-swallows 3.8/3.9
    return 1


f()
g()
