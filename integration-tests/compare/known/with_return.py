class Door:
    def __enter__(self):
        return self

    def __exit__(self, *what):
        return True


def back():
    with Door():  #: differs=with-exit 3.9/3.10
        return 1


def raising():
    with Door():  #: differs=with-exit 3.9/3.10
        raise ValueError  #: differs=with-swallows 3.8/3.9
    return 2


back()
raising()
