"""Several managers get an exception that a `finally` let pass, whose last statement has handlers behind it."""


class Door:
    def __init__(self, closes):
        self.closes = closes

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        return self.closes


def leave(inner):
    with Door(True) as first, \
            Door(inner):
        a = str(first.closes)
        try:
            raise ValueError(a)
        finally:
            b = len(a)
            try:
                print(b)
            except IndexError:
                print("index")
            except KeyError as error:
                raise ValueError(a) from error
    print("behind")


leave(True)
leave(False)
