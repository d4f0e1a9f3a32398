"""Generators and coroutines that are begun in one greenlet and go on in another."""
from greenlet import getcurrent, greenlet


def leaf(n):
    return n + 1


def inner(n):
    try:
        while True:
            got = yield leaf(n)
            n = got or n
    except ValueError:
        leaf(n)
        yield "caught"
    finally:
        leaf(-n)


def outer(n):
    result = yield from inner(n)
    return leaf(result or 0)


class Later:
    def __await__(self):
        got = main.switch((yield "waits"))
        return leaf(got or 0)


async def coroutine(n):
    total = 0
    for _ in range(n):
        total += await Later()
    return total


def advance(generator, value=None):
    leaf(0)
    return generator.send(value)


def throw(generator):
    leaf(1)
    return generator.throw(ValueError())


def switches():
    leaf(2)
    yield main.switch("out of a generator")
    leaf(3)


def run_all(generator):
    return [leaf(0)] + list(generator)


main = getcurrent()
for make in inner, outer:
    begun = make(5)
    print(greenlet(advance).switch(begun))
    print(advance(begun, 6))
    print(greenlet(begun.send).switch(7))
    print(greenlet(throw).switch(begun))
    print(greenlet(list).switch(begun))
    begun = make(2)
    next(begun)
    print(throw(begun))
    del begun
    begun = make(3)
    next(begun)
    other = greenlet(lambda: (begun.close(), leaf(4)))
    other.switch()

waits = coroutine(3)
print(advance(waits))
first = greenlet(advance)
print(first.switch(waits, 1))
print(first.switch(10))
second = greenlet(advance)
print(second.switch(waits, 2), first.dead)
print(second.switch(20))
try:
    print(waits.throw(KeyError))
except KeyError:
    leaf(5)

holder = greenlet(run_all)
print(holder.switch(switches()))
leaf(6)
print(holder.switch())
