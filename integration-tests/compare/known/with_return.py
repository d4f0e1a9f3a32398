class Door:
    def __enter__(self):
        return self

    def __exit__(self, *what):
        return True


def back():
    with Door():
        return 1


def raising():
    with Door():
        raise ValueError
    return 2


back()
raising()
