def f(*a, **k):
    return a


def g(a, k):
    return f(
        *a,
        x=1,
        **k
    )


g((1,), {"y": 2})
