def value(x):
    return x


def f(  #: differs=multi-line 3.7/3.8
    a=value(1),
    b=value(2),
    *,
    c=value(3)
):
    return a


class K(
    object,
    metaclass=type,
):
    x = 1


f()
