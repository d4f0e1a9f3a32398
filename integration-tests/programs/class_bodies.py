"""Class bodies are frames of their own: with loops, conditions, nested classes, and errors."""


def colours():  #: calls=1 level=2
    return ["red", "green"]


class Palette:  #: calls=1 level=1
    """Its body runs once, from top to bottom."""

    size = 0
    for colour in colours():
        size += 1  #: lines=2
    if size > 5:
        large = True  #: never
    else:
        large = False

    class Entry:  #: calls=1 level=2
        depth = 8

        class Deep:  #: calls=1 level=3
            name = "deep"

    def entry(self):  #: calls=1 level=1
        class Local(self.Entry):  #: calls=1 level=2
            pass

        return Local


try:
    class Broken:  #: calls=1 level=1
        value = 1 // 0  #: raises=ZeroDivisionError
        after = 1  #: never
except ZeroDivisionError:
    print("no class came of it")


class Hooked:  #: calls=1 level=1
    def __init_subclass__(cls, **named):  #: calls=1 level=1
        cls.named = named

    def __set_name__(self, owner, name):  #: calls=1 level=1
        self.name = name


class User(Hooked, mode="quick"):  #: calls=1 level=1
    slot = Hooked()


print(Palette.size, Palette.large, Palette().entry().depth, User.named, User.slot.name)
