"""Lambdas, and Python functions that C code calls: sorted, min, map, filter, reduce, re.sub."""
import functools
import re

people = [("Ada", 36), ("Blaise", 39), ("Alan", 41)]

by_age = sorted(people, key=lambda person: -person[1])  #: calls=3 level=1
youngest = min(people, key=lambda person: person[1])  #: calls=3 level=1
doubled = list(map(lambda n: n * 2, range(5)))  #: calls=5 level=1
odd = list(filter(lambda n: n % 2, range(5)))  #: calls=5 level=1
product = functools.reduce(lambda a, b: a * b, range(1, 6))  #: calls=4 level=1


def shout(match):  #: calls=3 level=1
    return match.group().upper()


print(by_age[0][0], youngest, doubled, odd, product, re.sub("a.", shout, "a cat sat"))


def compose(*functions):  #: calls=1 level=1
    return functools.reduce(lambda f, g: lambda x: f(g(x)), functions)  #: calls=4


print(compose(lambda x: x + 1, lambda x: x * 10, abs)(-4))  #: calls=2 level=3
print((lambda *args, **named: (args, sorted(named)))(1, 2, a=3))  #: calls=1 level=1
