"""Exceptions that unwind twenty frames, `scale` of them."""
import sys


def descend(n):
    if n == 0:
        raise ValueError
    descend(n - 1)


def main(n):
    for i in range(n):
        try:
            descend(20)
        except ValueError:
            pass


if __name__ == '__main__':
    main(int(sys.argv[1]))
