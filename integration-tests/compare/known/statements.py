def f(d):
    d["x"] += (  #: differs=multi-line 3.7/3.8
        1
    )
    del d[
        "x"
    ]
    return d


f({"x": 1})
