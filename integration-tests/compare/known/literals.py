def f(x):
    a = [
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
