import enum


class Level(int, enum.Enum):
    LOW = 1


def label(level):
    text = "{}".format(level)
    if text == "1":
        return number(text)
    return name(text)


def number(text):
    return text


def name(text):
    return text


label(Level.LOW)
