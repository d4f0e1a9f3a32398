"""Forked children: one leaves by os._exit, one runs to the end of the program, one is a grandchild."""
# processes: start=1 fork=3

import os
import sys


def work(n):  #: calls=4
    return n + 1  #: lines=4


def leaves():  #: calls=1
    work(1)
    os._exit(7)  #: lines=1


def main():  #: calls=1
    first = os.fork()
    if first == 0:
        leaves()
    assert os.waitpid(first, 0)[1] == 7 << 8
    second = os.fork()
    if second == 0:
        grandchild = os.fork()
        if grandchild == 0:
            work(2)
            sys.exit(3)
        assert os.waitpid(grandchild, 0)[1] == 3 << 8
        work(3)
        return "child"
    assert os.waitpid(second, 0)[1] == 0
    work(4)
    return "parent"


print(main())
