"""Functions that C calls: they stand on whoever called C, with no frame of it between."""
import functools
import os
import re
import signal
import threading

try:
    import ctypes
except ImportError:  # an interpreter that was built without libffi
    ctypes = None


def key(word):  #: calls=3 level=1
    return weight(word)  #: lines=3


def weight(word):  #: calls=3 level=2
    return -len(word)


def add(left, right):  #: calls=3 level=1
    return left + right  #: lines=3


def shout(match):  #: calls=2 level=1
    return match.group().upper()  #: lines=2


class Ordered:
    def __init__(self, n):  #: calls=4 level=1
        self.n = n

    def __lt__(self, other):  #: calls=1 level=1
        return self.n < other.n  #: lines=1

    def __hash__(self):  #: calls=2 level=1
        return 1

    def __eq__(self, other):  #: calls=1 level=1
        return same(self, other)


def same(one, other):  #: calls=1 level=2
    return one.n == other.n


@functools.lru_cache(None)  #: calls=3 level=1,2,3
def cached(n):
    return n and cached(n - 1) + 1


def compare(left, right):  #: level=1
    return left[0] - right[0]


def on_signal(number, frame):  #: calls=2 level=1,2
    handled.append((number == signal.SIGUSR1, frame.f_code.co_name))  #: lines=2


def signalled():  #: calls=1 level=1
    os.kill(os.getpid(), signal.SIGUSR1)  #: lines=1
    return "back"


class Missing(dict):
    def __missing__(self, name):  #: calls=1 level=1
        return name.title()  #: lines=1


def predicate(n):  #: calls=4 level=1
    if n == 3:
        raise LookupError(n)  #: raises=LookupError
    return n


print(sorted(["a", "abc", "ab"], key=key), functools.reduce(add, [1, 2, 3, 4]))
print(re.sub("[ae]", shout, "apple"))
print([item.n for item in sorted([Ordered(3), Ordered(1)])], len({Ordered(7), Ordered(7)}))
print(cached(2), cached(2))
if ctypes is not None:
    compare_type = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int))
    array = (ctypes.c_int * 4)(4, 2, 3, 1)
    ctypes.CDLL(None).qsort(array, 4, ctypes.sizeof(ctypes.c_int), compare_type(compare))
    print(list(array))
handled = []
signal.signal(signal.SIGUSR1, on_signal)
print(signalled())
os.kill(os.getpid(), signal.SIGUSR1)
print(handled, Missing()["word"])
try:
    print(list(filter(predicate, [1, 2, 0, 3, 4])))
except LookupError as error:  #: lines=1
    print(repr(error))
