def f(a, b):
    x = (
        a
        < b
        < 10
    )
    return x


f(1, 2)
