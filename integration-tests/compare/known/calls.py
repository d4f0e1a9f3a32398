def add(a, b, c=0):
    return a + b + c


def f(x):
    return add(  #: differs=multi-line 3.7/3.8
        x,
        x + 1,
        c=x,
    )


def g(x):
    y = add(add(x,  #: differs=multi-line 3.7/3.8
                1),
            2)
    return y


f(1)
g(1)
