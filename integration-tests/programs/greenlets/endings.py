"""Greenlets that are thrown into, dropped, dropped amid another one's function, or never end."""
import gc

from greenlet import GreenletExit, getcurrent, greenlet


def leaf(n):
    return n + 1


def waits(name, reply=None):
    try:
        while True:
            main.switch(leaf(len(name)))
    except ValueError as error:
        leaf(error.args[0])
        main.switch("caught")
    except GreenletExit:
        leaf(0)
        raise
    finally:
        leaf(len(name))
    return reply


def nested(name):
    return waits(name, leaf(1))


def drops():
    kept = [greenlet(nested)]
    kept[0].switch("amid")
    leaf(2)
    kept.pop()  # it unwinds here
    leaf(3)
    return "dropped"


def refuses():
    try:
        main.switch()
    except GreenletExit:
        main.switch("no")
        leaf(5)
    return "after all"


main = getcurrent()
one = greenlet(nested)
one.switch("one")
print(one.throw(ValueError(3)), one.throw(GreenletExit), one.dead)
two = greenlet(waits)
two.switch("two")
two = None
print(greenlet(drops).switch())

never = greenlet(leaf)
print(repr(never.throw(GreenletExit)), never.dead)
never = greenlet(leaf)
try:
    never.throw(LookupError("unstarted"))
except LookupError as error:
    print(error)
stubborn = greenlet(refuses)
stubborn.switch()
del stubborn
print(leaf(4))


class Node:
    def __init__(self):
        self.greenlet = greenlet(self.run)
        self.greenlet.switch()

    def run(self):
        try:
            main.switch(self)
        finally:
            leaf(6)

    def __del__(self):
        leaf(7)


for _ in range(3):
    Node()
gc.collect()
leaf(8)

last = greenlet(waits)  # waits when the interpreter ends
last.switch("last")
