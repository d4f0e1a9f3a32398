import time


def now():
    try:
        return time.clock()  #: differs=program-missing-attribute 3.7/3.8
    except AttributeError:
        return time.perf_counter()


now()
