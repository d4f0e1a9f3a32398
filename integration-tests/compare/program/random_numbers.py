import random


def draw():
    source = random.Random(1)
    try:
        n = source.randrange(10.0)  #: differs=program 3.11/3.12
    except TypeError:
        n = source.randrange(10)
    return n


draw()
