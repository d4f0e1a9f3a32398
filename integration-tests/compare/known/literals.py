def f(x):
    a = [  #: differs=multi-line 3.7/3.8
        x,
        x + 1,
    ]
    b = {
        "a": x,
        "b": x + 1,
    }
    c = (
        x,
        1,
    )
    return a, b, c


f(1)
