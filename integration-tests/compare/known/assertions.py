def f(a):
    assert (
        a
    ), (
        "no"
    )
    assert a > 0, \
        "less"
    return a


f(1)
