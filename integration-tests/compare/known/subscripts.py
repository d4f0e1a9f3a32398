def f(d):
    return d[
        "a"
    ][
        0
    ]


f({"a": [1]})
