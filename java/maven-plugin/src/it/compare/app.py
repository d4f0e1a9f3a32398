import os
import sys


def first():
    return "first"


def later():
    return "later"


def comes_first(mark):
    try:
        os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return False
    return True


if len(sys.argv) > 1:
    # of the two that run, exactly one makes the file
    first() if comes_first(sys.argv[1]) else later()
else:
    first()
