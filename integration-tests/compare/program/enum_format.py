import enum


class Level(int, enum.Enum):
    LOW = 1


def label(level):
    text = "{}".format(level)
    if text == "1":
        return number(text)  #: differs=program 3.10/3.11
    return name(text)


def number(text):
    return text


def name(text):
    return text


label(Level.LOW)
