def f(x):
    if x:
        return
    return (
        x,
        x,
    )


def g(x):
    if x:
        x = 1
    elif not x:
        x = 2
    else:
        x = 3


def h(x):
    return (
        None
    )


f(0)
f(1)
g(0)
g(1)
h(1)
