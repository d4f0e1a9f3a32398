import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import functools
import itertools
import operator


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.singledispatch
def show(value):
    return "something"


@show.register(int)
def show_int(value):
    return "number"


def grouper(items, n):
    return list(itertools.zip_longest(*[iter(items)] * n))


def powerset(items):
    return list(itertools.chain.from_iterable(itertools.combinations(items, n) for n in range(len(items) + 1)))


print(fib(12), show(1), show("s"), show(True), grouper("abcde", 2), powerset("ab"))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)), functools.reduce(operator.mul, [1, 2, 3]))
print([(key, len(list(group))) for key, group in itertools.groupby("aabbb")], operator.attrgetter("real")(3))
