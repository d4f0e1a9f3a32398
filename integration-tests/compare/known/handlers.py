def f(x):
    try:
        x = 1 / x
    except ZeroDivisionError as error:
        x = str(error)
    else:
        x = 3
    return x


def g(x):
    try:
        x = 1 / x
    except ValueError:
        x = 0
    except (  #: differs=multi-line 3.7/3.8; differs=position-lines 3.10/3.11
        KeyError,
        ZeroDivisionError,
    ):
        x = 1
    return x


def last(x):
    try:
        x = 1 / x
    except ZeroDivisionError:
        pass


def caught(x):
    try:
        try:
            x = 1 / x
        except ValueError:
            x = 0
    except ZeroDivisionError:
        x = 1
    return x


f(0)
f(1)
g(0)
last(0)
last(1)
caught(0)
