def f(a):
    assert (  #: differs=multi-line 3.7/3.8; differs=no-revisit 3.11/3.12
        a
    ), (
        "no"
    )
    assert a > 0, \
        "less"
    return a


f(1)
