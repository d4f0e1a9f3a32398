class P:  #: differs=pep-649 3.13/3.14
    x: int
    y: int = 1


def f(a: int) -> int:
    return a


def read():
    return P.__annotations__, f.__annotations__  #: differs=pep-649 3.13/3.14


read()
