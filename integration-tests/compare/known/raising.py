def f():
    raise ValueError(  #: differs=multi-line 3.7/3.8
        "a",
        "b",
    )


def g():
    try:
        f()
    except ValueError as e:
        raise KeyError(  #: differs=multi-line 3.7/3.8
            "c"
        ) from e


try:
    g()
except KeyError:
    pass
