def f(d):
    return d[  #: differs=multi-line 3.7/3.8
        "a"
    ][
        0
    ]


f({"a": [1]})
