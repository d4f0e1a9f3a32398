import re


def split(text):
    parts = re.sub("x*", "-", text)
    if len(parts) == 8:
        return old(parts)
    return new(parts)


def old(parts):
    return parts


def new(parts):
    return parts


split("abxd")
