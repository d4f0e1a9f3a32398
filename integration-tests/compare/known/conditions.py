def f(a, b, c):
    if (a
            and b
            or c):
        return 1
    return 2


def g(a, b):
    x = (a
         or b)
    return x


f(1, 1, 0)
f(0, 1, 0)
f(1, 0, 1)
g(0, 1)
