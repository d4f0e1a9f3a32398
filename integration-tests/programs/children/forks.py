"""Forked children, and theirs: each goes on from where its parent stood."""
import os
import sys


def work(name):  #: calls=4 level=1,3
    return helper(name)  #: lines=4


def helper(name):  #: calls=4 level=2,4
    return len(name)


def forked(action):  #: calls=2 level=1
    number = os.fork()
    if number == 0:
        try:
            status = action()
        finally:
            os._exit(status)  #: lines=2
    return os.waitpid(number, 0)[1] >> 8  #: lines=2


def nested():  #: calls=1 level=2
    number = os.fork()
    if number == 0:
        os._exit(work("grandchild"))  #: lines=1
    return work("child") + (os.waitpid(number, 0)[1] >> 8)


def raising():  #: calls=1 level=1
    raise ValueError("in a child")  #: raises=ValueError


print(forked(lambda: work("one")), flush=True)  #: calls=1 level=2
print(forked(nested), work("parent"), flush=True)
sys.stderr.flush()
if os.fork() == 0:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    raising()
print(os.wait()[1] >> 8)
