def square(i):
    return i * i


def squares(n):
    return [square(i) for i in range(n)]


def fails():
    try:
        return [1 / i for i in (1, 0)]
    except ZeroDivisionError:
        return []


squares(3)
fails()
