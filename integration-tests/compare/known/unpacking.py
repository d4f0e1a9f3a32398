def f():
    a, (b, c) = 1, (2, 3)
    a, b = b, a
    (
        d,
        e,
    ) = (
        a,
        b,
    )
    *g, h = [1, 2, 3]
    return a, b, c, d, e, g, h


f()
