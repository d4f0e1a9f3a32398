"""Calls from C: functions that `map` and `sorted` call, `scale` times each."""
import sys


def double(i):
    return i + i


def last_digit(i):
    return i % 10


def main(n):
    return sorted(map(double, range(n)), key=last_digit)


if __name__ == '__main__':
    main(int(sys.argv[1]))
