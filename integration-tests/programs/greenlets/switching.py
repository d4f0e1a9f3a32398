"""Two greenlets take turns; the frames of one are suspended while the other's come and go."""
import functools
import operator

from greenlet import getcurrent, greenlet


def leaf(n):
    return n + 1


def ping(n):
    for i in range(n):
        leaf(i)
        other.switch()


def pong(n):
    for i in range(n):
        leaf(i)
        first.switch()
    raise KeyError(n)


class Own(greenlet):
    def run(self, *given):
        while given:
            given = [self.parent.switch(sum(map(leaf, given)))]
            given = [n for n in given if n]
        return "done"

    def __eq__(self, other):
        return False

    __hash__ = None


def child(parent):
    leaf(parent.switch())
    return 5


def parent():
    below = greenlet(child, getcurrent())
    below.switch(getcurrent())
    return leaf(below.switch(1))


first = greenlet(lambda: ping(3))
other = greenlet(lambda: pong(2), first)  # what it raises goes to its parent
try:
    first.switch()
except KeyError as error:
    print("pong", error)
print(first.dead, other.dead)
leaf(7)

own = Own()
print(own.switch(1, 2), own.switch(3), own.switch(0), own.dead)

# C code begins the greenlet, or calls into it: the stack has several roots.
print(greenlet(functools.partial(leaf, 5)).switch())
print(list(greenlet(functools.partial(list, map(leaf, range(3)))).switch()))
print(greenlet(operator.methodcaller("switch", 4)).switch(greenlet(leaf, getcurrent())))

# A child of a greenlet beside the main one ends in it.
print(greenlet(parent).switch())
