class P:
    x: int
    y: int = 1


def f(a: int) -> int:
    return a


def read():
    return P.__annotations__, f.__annotations__


read()
