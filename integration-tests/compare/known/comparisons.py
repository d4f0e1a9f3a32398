def f(a, b):
    x = (  #: differs=multi-line 3.7/3.8
        a
        < b
        < 10
    )
    return x


f(1, 2)
