def f(x):
    try:
        try:
            x = 1 / x
        finally:
            x = 2
    except ZeroDivisionError:
        x = 3
    return x


def swallow(x):
    try:
        return 1 / x
    finally:
        return 0


f(0)
swallow(0)
