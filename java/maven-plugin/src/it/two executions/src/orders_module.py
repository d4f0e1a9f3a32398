import os


def place():
    return os.path.basename(os.getcwd())


print("begun in", place(), end="")
