# python: 3.11+
def f():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        x = 1
    except* TypeError:
        x = 2
    return x


def last():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError:  #: differs=except-star 3.11/3.12~
        pass  #: differs=except-star 3.11/3.12~


f()
last()
