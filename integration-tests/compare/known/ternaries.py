def f(a):
    x = (
        1
        if a
        else 2
    )
    return x


f(0)
f(1)
