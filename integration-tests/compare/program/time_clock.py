import time


def now():
    try:
        return time.clock()
    except AttributeError:
        return time.perf_counter()


now()
