def f(a, b, c):
    if (a  #: differs=multi-line 3.7/3.8; differs=no-revisit 3.11/3.12
            and b
            or c):
        return 1
    return 2


def g(a, b):
    x = (a  #: differs=multi-line 3.7/3.8
         or b)
    return x


f(1, 1, 0)
f(0, 1, 0)
f(1, 0, 1)
g(0, 1)
