def f(a):
    x = y = (
        a
    )
    z = [
        i for i in [
            1, 2]
    ]
    return x, y, z


f(1)
