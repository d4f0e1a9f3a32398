def f():
    raise ValueError(
        "a",
        "b",
    )


def g():
    try:
        f()
    except ValueError as e:
        raise KeyError(
            "c"
        ) from e


try:
    g()
except KeyError:
    pass
