import math
import warnings

warnings.simplefilter("ignore")


def factorial(n):
    try:
        return math.factorial(n)  #: differs=program 3.9/3.10
    except TypeError:
        return math.factorial(int(n))


factorial(5.0)
