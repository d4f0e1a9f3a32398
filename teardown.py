"""Finalisers of what the program's modules hold, which run when the interpreter takes the modules apart."""


class Kept:
    def __del__(self):  #: calls=1 level=0
        described()  #: lines=1


def described():  #: calls=1 level=1
    return "kept"


kept = Kept()
