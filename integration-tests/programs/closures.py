"""Closures, nonlocal and global, late binding, functions as values, partial application."""
import functools

count = 0


def counter(start):  #: calls=2 level=1
    total = start

    def step(by=1):  #: calls=6 level=1,2
        nonlocal total
        total += by
        return total

    def reset():  #: calls=1 level=1
        nonlocal total
        total = start
        return step()  #: lines=1

    return step, reset


def note():  #: calls=2 level=2
    global count
    count += 1
    return count


def twice(action):  #: calls=2 level=1
    return action() + action()  #: lines=2


late = [lambda: position for position in range(3)]  #: calls=3 level=1 @inlined_comprehensions; calls=4 level=1,2 @!inlined_comprehensions
step, reset = counter(10)
other, _ = counter(100)
print(step(), step(5), reset(), other(), twice(functools.partial(other, 7)))
print([action() for action in late], twice(note))  #: calls=1 @!inlined_comprehensions; calls=0 @inlined_comprehensions
