def f():
    a, (b, c) = 1, (2, 3)
    a, b = b, a
    (  #: differs=part-lines 3.9/3.10
        d,  #: differs=multi-line 3.7/3.8
        e,
    ) = (
        a,
        b,
    )
    *g, h = [1, 2, 3]
    return a, b, c, d, e, g, h


f()
