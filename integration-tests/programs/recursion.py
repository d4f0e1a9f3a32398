"""Recursion: every call is one frame deeper, and one level."""


def factorial(n):  #: calls=6 level=1,2,3,4,5,6
    if n == 0:
        return 1  #: lines=1
    return n * factorial(n - 1)  #: lines=5


def hanoi(n, source, target, spare):  #: calls=15 level=1,2,3,4
    if n == 0:
        return 0  #: lines=8
    moves = hanoi(n - 1, source, spare, target)
    return moves + 1 + hanoi(n - 1, spare, target, source)  #: lines=7


def ackermann(m, n):  #: calls=65
    if m == 0:
        return n + 1  #: lines=30
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


print(factorial(5), hanoi(3, "a", "b", "c"), ackermann(2, 4))
