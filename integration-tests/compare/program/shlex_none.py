import shlex
import sys


def words(text):
    try:
        return shlex.split(text)  #: differs=program 3.11/3.12
    except ValueError:
        return []


def words_of_nothing():
    sys.stdin = __import__("io").StringIO("a b")
    return words(None)


words_of_nothing()
