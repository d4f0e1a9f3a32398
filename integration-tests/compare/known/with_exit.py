class Door:
    def __enter__(self):
        return self

    def __exit__(self, *what):
        return False


def through():
    with Door() as door:
        x = door
    return x


def last():
    with Door():
        x = 1


through()
last()
