"""Generators: two that delegate by a loop, and a generator expression; `scale` items each."""
import sys


def count(n):
    for i in range(n):
        yield i


def passed_on(n):
    for x in count(n):
        yield x


def main(n):
    total = 0
    for x in passed_on(n):
        total += x
    return total + sum(i for i in range(n))


if __name__ == '__main__':
    main(int(sys.argv[1]))
