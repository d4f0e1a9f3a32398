import os
import sys


def as_script(word):  #: calls=4 level=1,2
    return word.upper()  #: lines=4


def again():  #: calls=1 level=1
    os.execv(sys.executable, [sys.executable, __file__, "after exec"])  #: lines=1


print(as_script(sys.argv[1]), flush=True)
if sys.argv[1] == "exec":
    again()
