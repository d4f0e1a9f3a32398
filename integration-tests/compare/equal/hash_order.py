import time


class Thing:
    pass


def addresses():
    return sorted(id(Thing()) for _ in range(3))


def words(texts):
    result = []
    for text in sorted(set(texts)):
        result.append(text.upper())
    return result


def elapsed():
    start = time.time()
    return time.time() - start




addresses()
words(["b", "a", "c", "a"])
elapsed()
