"""Calls through code out of scope: a wrapper of the standard library calls a function, `scale` times."""
import functools
import sys


@functools.singledispatch
def double(i):
    return i + i


def main(n):
    for i in range(n):
        double(i)


if __name__ == '__main__':
    main(int(sys.argv[1]))
