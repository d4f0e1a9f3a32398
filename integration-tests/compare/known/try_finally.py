def f(x):
    try:
        x += 1
    finally:
        x += 2
    return x


def g(x):
    try:
        return x
    finally:
        x += 2


def h(x):
    for i in range(2):
        try:
            if i:
                continue
            x += 1
        finally:
            x += 2
    return x


def k(x):
    while True:
        try:
            break
        finally:
            x += 2
    return x


f(1)
g(1)
h(1)
k(1)
