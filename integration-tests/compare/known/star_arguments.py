def f(*a, **k):
    return a


def g(a, k):
    return f(  #: differs=multi-line 3.7/3.8
        *a,
        x=1,
        **k
    )


g((1,), {"y": 2})
