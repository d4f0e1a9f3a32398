import re


def split(text):
    parts = re.sub("x*", "-", text)
    if len(parts) == 8:
        return old(parts)  #: differs=program 3.6/3.7
    return new(parts)


def old(parts):
    return parts


def new(parts):
    return parts


split("abxd")
