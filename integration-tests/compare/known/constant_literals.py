def f():
    a = [  #: differs=multi-line 3.7/3.8
        1,
        2,
    ]
    b = {
        "a": 1,
        "b": 2,
    }
    c = (
        "x"
        "y"
    )
    return a, b, c


f()
