import sys


def price(name):
    return len(name)


def total(names):
    return sum([price(name) for name in names])


print(total(sys.argv[1:]))
