from os.path import (
    join,
    split,
)
import collections, \
    string


def f():
    from os import (
        sep,
    )
    return sep


f()
