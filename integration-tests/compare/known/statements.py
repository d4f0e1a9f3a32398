def f(d):
    d["x"] += (
        1
    )
    del d[
        "x"
    ]
    return d


f({"x": 1})
