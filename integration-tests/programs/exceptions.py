"""Exceptions in many shapes: nested, re-raised, chained, finally that returns, StopIteration."""


class Fault(Exception):  #: calls=1 level=1
    """A program's own exception."""


def fail(n):  #: calls=4 level=2,3,4,5
    if n == 0:
        raise Fault("at the bottom")  #: raises=__main__.Fault
    fail(n - 1)  #: raises=__main__.Fault lines=3


def chained():  #: calls=1 level=1
    try:
        {}["missing"]  #: raises=KeyError
    except KeyError as error:
        raise Fault("because of a key") from error  #: raises=__main__.Fault


def during():  #: calls=1 level=1
    try:
        1 / 0  #: raises=ZeroDivisionError
    except ZeroDivisionError:
        int("x")  #: raises=ValueError


def reraised():  #: calls=1 level=1
    try:
        raise OSError(2, "gone")  #: raises=FileNotFoundError
    except OSError:
        raise


def swallowed():  #: calls=1 level=1
    try:
        raise Fault("the return in finally wins")  #: raises=__main__.Fault
    finally:
        print("swallowing")
        return "swallowed"


def no_trouble():  #: calls=1 level=1
    try:
        value = "fine"
    except Exception:
        value = "trouble"  #: never
    else:
        value += ", else"  #: lines=1
    finally:
        value += ", finally"  #: lines=1
    return value


for trouble in (lambda: fail(3), chained, during, reraised):  #: calls=1
    try:
        trouble()
    except (Fault, ValueError, OSError) as error:
        print(type(error).__name__, error, type(error.__cause__ or error.__context__).__name__)
try:
    next(iter([]))  #: raises=StopIteration
except StopIteration:
    print(swallowed(), no_trouble())
