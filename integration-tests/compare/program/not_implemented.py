import warnings

warnings.simplefilter("ignore")


def truth(value):
    try:
        return bool(value)
    except TypeError:
        return False


def both():
    if truth(NotImplemented):
        return 1
    return 2


both()
