def f(a, b):
    x = (a  #: differs=multi-line 3.7/3.8
         + b
         * 2)
    s = "%s %s" % (  #: differs=percent-format 3.10/3.11
        a,
        b,
    )
    return x, s


f(1, 2)
