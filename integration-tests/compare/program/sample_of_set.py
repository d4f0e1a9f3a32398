import random


def some(items):
    try:
        return random.sample(items, 2)  #: differs=program 3.10/3.11
    except TypeError:
        return random.sample(sorted(items), 2)


some({1, 2, 3})
