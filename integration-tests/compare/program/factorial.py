import math
import warnings

warnings.simplefilter("ignore")


def factorial(n):
    try:
        return math.factorial(n)
    except TypeError:
        return math.factorial(int(n))


factorial(5.0)
