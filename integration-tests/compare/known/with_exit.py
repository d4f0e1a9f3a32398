class Door:
    def __enter__(self):
        return self

    def __exit__(self, *what):
        return False


def through():
    with Door() as door:  #: differs=with-exit 3.9/3.10
        x = door
    return x


def last():
    with Door():  #: differs=with-exit 3.9/3.10
        x = 1


through()
last()
