def f(a, b):
    if not (a and b):
        return 1
    if a or b:
        return 2


def g(a):
    while a and a > 0:
        a -= 1
    return a


f(1, 0)
f(1, 1)
g(2)
