def f(a, b):
    x = (a
         + b
         * 2)
    s = "%s %s" % (
        a,
        b,
    )
    return x, s


f(1, 2)
