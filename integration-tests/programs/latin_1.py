# -*- coding: latin-1 -*-
"""A source in Latin-1: names and strings beyond ASCII (its bytes are no UTF-8)."""


def grüße(name):  #: calls=2 level=1
    return "Grüße, " + name  #: lines=2


class Straße:  #: calls=1 level=1
    länge = 3


print(ascii(grüße("Jürgen")), ascii(grüße("Zoë")), Straße.länge, ascii(__doc__[:20]))
