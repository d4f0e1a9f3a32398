"""Generators and coroutines that are resumed from other depths than those they began at."""
import sys
import contextlib


def counter():  #: calls=8 level=1,3,4,5 resumes=6 nodes=1
    n = 0
    try:
        while True:
            sent = yield n
            n += sent or 1  #: lines=3
    except KeyError:
        yield "thrown"  #: lines=1
    finally:
        print("counter is closed", n)


def deep(levels, action):  #: calls=6
    return deep(levels - 1, action) if levels else action()


def delegating(inner):  #: calls=3 level=1 resumes=2 nodes=1
    got = yield from inner
    print("inner gave", got)  #: lines=1
    yield "last"


def two():  #: calls=3 level=1,2 resumes=2 nodes=1
    yield 1
    yield 2
    return "its result"


@contextlib.contextmanager  #: calls=4 resumes=2 nodes=1
def managed(name):
    print("enter", name)
    try:
        yield name
    except LookupError as error:
        print("suppressed", repr(error))  #: lines=1
    finally:
        print("exit", name)  #: lines=2


@contextlib.contextmanager  #: calls=2 @!unstarted_close_is_a_call; calls=3 @unstarted_close_is_a_call
def decorating():
    yield


@decorating()  #: calls=1 level=1
def decorated():
    return "decorated"  #: lines=1


def recovering():  #: calls=2 resumes=1 nodes=1
    try:
        yield 1
    except KeyError:
        print("recovered")  #: lines=1 @!detached_throw
    return "all is well"


def around(inner):  #: level=1 nodes=1
    print((yield from inner))
    yield 2  #: lines=1


def recursive(n):  #: resumes=6 nodes=4
    if n:
        yield from recursive(n - 1)
        yield n


class Lazy:
    def __iter__(self):  #: calls=3 level=1 resumes=2 nodes=1
        yield from (helper(n) for n in range(2))  #: calls=3 level=2


def helper(n):  #: calls=2 level=3
    return n * 10


generator = counter()
print(next(generator), deep(2, lambda: next(generator)), deep(1, lambda: generator.send(5)), next(generator))
print(deep(0, lambda: generator.throw(KeyError("k"))))
generator.close()
unfinished = counter()
print(next(unfinished))
del unfinished

pair = two()
print(next(pair))
print(list(delegating(pair)))
thrown_through = around(recovering())
if sys.version_info[:2] == (3, 9):  # there, f_back of the inner one would end at the outer one
    print(list(thrown_through))
else:  # what is thrown goes to the inner one; the outer goes on without having been resumed
    print(next(thrown_through), thrown_through.throw(KeyError("thrown through")), list(thrown_through))
with managed("plain"):
    pass
with managed("failing"):
    raise LookupError("inside")
print(decorated(), sum(recursive(3)), list(Lazy()))
del decorated  # and the generator of decorating() with it, which never began
