"""SystemExit that is caught, exits inside try and finally, and one that ends the program."""
import sys


def leave(status):  #: calls=2
    try:
        sys.exit(status)  #: raises=SystemExit
        print("not reached")  #: never
    finally:
        print("leaving with", status)  #: lines=2


def guarded():  #: calls=1 level=1
    try:
        leave(1)
    except SystemExit as end:
        return end.code


class Stop(SystemExit):  #: calls=1 level=1
    def __init__(self, why):  #: calls=1 level=2
        super().__init__(0)
        self.why = why


def stop():  #: calls=1 level=1
    raise Stop("enough")  #: raises=__main__.Stop


print(guarded())
try:
    stop()
except Stop as end:
    print(end.why, end.code)
leave(0)
print("not reached either")  #: never
