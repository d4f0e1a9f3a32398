def numbers(n):
    for i in range(n):
        yield i
    return n


def twice(n):
    first = yield from numbers(n)
    second = yield from numbers(first)
    return second


def spread():
    return [*twice(2)], max(*numbers(3))


spread()
