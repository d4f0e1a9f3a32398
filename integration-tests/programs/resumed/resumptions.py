"""Generators, coroutines and async generators that go on deeper and shallower than where they began."""


def gen_values():
    try:
        yield 1
        yield 2
    except KeyError:
        yield 3


def gen_chain():
    yield from gen_values()
    yield 4


def gen_short():
    try:
        yield 1
    except KeyError:
        return "short"


def gen_over():
    """Goes on when the inner generator is through, which CPython up to 3.11 reports no call of."""
    yield (yield from gen_short())
    yield 5


class Pause:
    def __await__(self):
        yield "paused"
        yield "again"


async def co_inner():
    await Pause()
    return "inner"


async def co_outer():
    try:
        await co_inner()
    except KeyError:
        pass
    await Pause()


async def gen_async():
    yield "first"
    await Pause()
    yield "second"


def begin(generator):
    next(generator)
    return generator


def deeper(levels, step, *more):
    """Makes a step some calls further up."""
    if levels:
        return deeper(levels - 1, step, *more)
    try:
        return step(*more)
    except (StopIteration, StopAsyncIteration, KeyError) as end:
        return type(end).__name__


def through(steps):
    """Makes steps, each at another depth.

    The last one ends what it is about: CPython up to 3.10 has old values of variables until the next event of
    their frame, and what is dropped then has no events.
    """
    return [deeper(number % 3, *step) for number, step in enumerate(steps)]


def generators(make):
    x = begin(make())
    print(through([(next, x)] * 4))
    x = deeper(2, begin, make())
    print(through([(x.throw, KeyError), (next, x), (next, x), (x.close,)]))
    x = make()
    print(through([(x.throw, KeyError), (next, x)]))
    x = make()
    print(through([(x.close,), (next, x)]))
    x = deeper(1, begin, make())
    print(through([(x.close,), (next, x)]))
    x, y = make(), make()
    print(through([(next, x), (next, y), (next, y), (next, x), (list, y), (list, x)]))


def delegations():
    x = begin(gen_over())
    print(through([(len, ()), (len, ()), (x.throw, KeyError), (next, x), (x.close,)]))
    x = deeper(2, begin, gen_over())
    print(through([(x.throw, KeyError), (next, x), (x.close,)]))
    x = begin(gen_over())
    print(through([(len, ()), (x.close,)]))


def coroutines():
    c = co_outer()
    print(through([(c.send, None)] * 5))
    c = co_outer()
    deeper(2, c.send, None)
    print(through([(c.throw, KeyError), (c.send, None), (c.send, None)]))
    c = co_outer()
    deeper(1, c.send, None)
    print(through([(c.close,)]))


def async_generators():
    a = gen_async()
    print(through([(a.asend(None).send, None)]))
    step = a.asend(None)
    print(through([(step.send, None)] * 3))
    print(through([(a.athrow(KeyError).send, None)]))
    a = gen_async()
    print(through([(a.aclose().send, None)]))


for once in range(2):
    begin(gen_values())
    generators(gen_values)
    generators(gen_chain)
    delegations()
    coroutines()
    async_generators()
x = gen_values()
next(x)
print(through([(next, x)] * 3))
