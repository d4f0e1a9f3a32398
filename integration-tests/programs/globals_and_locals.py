"""global, nonlocal, del, locals(), names that are missing, and name mangling."""

level = "module"


def change():  #: calls=1 level=1
    global level, fresh
    level = "changed"
    fresh = 1


def shadow():  #: calls=1 level=1
    level = "local"

    def below():  #: calls=1 level=2
        nonlocal level
        level = "changed by the inner one"

    below()
    return level, sorted(locals())


def missing():  #: calls=1 level=1
    try:
        return unknown  #: raises=NameError
    except NameError:
        return "no such name"


def too_early():  #: calls=1 level=1
    try:
        print(later)  #: raises=UnboundLocalError
    except UnboundLocalError:
        later = "bound now"
    return later


class Mangled:
    __secret = 1

    def read(self):  #: calls=1 level=1
        return self.__secret


change()
print(level, fresh, shadow()[0], missing(), too_early(), Mangled().read(), "_Mangled__secret" in vars(Mangled))
del fresh
try:
    fresh  #: raises=NameError
except NameError:
    print("deleted")
