class Door:
    def __enter__(self):
        return self

    def __exit__(self, *what):
        return False


def two():
    with Door() as one, \
            Door() as two:
        x = one
    return x


two()
