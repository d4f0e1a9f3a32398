"""Exceptions that are caught where they are raised, `scale` of them."""
import sys


def main(n):
    empty = {}
    for i in range(n):
        try:
            raise ValueError
        except ValueError:
            pass
        try:
            empty[i]
        except KeyError:
            pass
    return empty


if __name__ == '__main__':
    main(int(sys.argv[1]))
