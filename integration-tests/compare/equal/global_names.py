count = 0


def f():
    global count
    count += 1
    x = 0

    def g():
        nonlocal x
        x += 1
    g()
    return x


f()
