import random


def some(items):
    try:
        return random.sample(items, 2)
    except TypeError:
        return random.sample(sorted(items), 2)


some({1, 2, 3})
