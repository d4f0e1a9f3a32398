def f(x):
    if x:
        return
    return (  #: differs=multi-line 3.7/3.8
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
    return (  #: differs=multi-line 3.7/3.8
        None
    )


f(0)
f(1)
g(0)
g(1)
h(1)
