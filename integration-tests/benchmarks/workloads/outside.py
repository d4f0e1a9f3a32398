"""Code out of scope: functions of the standard library that are written in Python, four calls `scale` times."""
import collections
import colorsys
import itertools
import sys


def main(n):
    once = itertools.repeat(.3)
    collections.deque(map(colorsys.hls_to_rgb, itertools.repeat(.2, n), once, once), 0)


if __name__ == '__main__':
    main(int(sys.argv[1]))
