import functools


def fib(n):
    return n if n < 2 else remembered(n - 1) + remembered(n - 2)


remembered = functools.lru_cache(maxsize=None)(fib)


def depth(n):
    if n:
        return depth(n - 1)
    return 0


remembered(10)
depth(50)
