import sys


def as_module(word):  #: calls=2 level=1
    return word + "!"  #: lines=2


print(as_module(sys.argv[1]), flush=True)
