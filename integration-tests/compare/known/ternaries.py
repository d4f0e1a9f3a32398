def f(a):
    x = (  #: differs=multi-line 3.7/3.8
        1  #: differs=no-revisit 3.11/3.12
        if a
        else 2
    )
    return x


f(0)
f(1)
