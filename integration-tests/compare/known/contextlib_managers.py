import contextlib


@contextlib.contextmanager
def door():
    yield 1


def f():
    with door() as x:
        return x


def g():
    with contextlib.suppress(ValueError):
        raise ValueError
    return 1


f()
g()
