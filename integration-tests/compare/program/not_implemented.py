import warnings

warnings.simplefilter("ignore")


def truth(value):
    try:
        return bool(value)  #: differs=program-not-implemented 3.13/3.14
    except TypeError:
        return False


def both():
    if truth(NotImplemented):
        return 1
    return 2


both()
