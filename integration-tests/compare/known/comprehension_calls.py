def square(i):
    return i * i


def squares(n):
    return [square(i) for i in range(n)]  #: differs=pep-709 3.11/3.12


def fails():
    try:
        return [1 / i for i in (1, 0)]  #: differs=pep-709 3.11/3.12
    except ZeroDivisionError:
        return []


squares(3)
fails()
