"""Two hundred frames deep, there and back, twice; the exception crosses them all."""


def down(n):  #: calls=201
    if n == 0:
        return bottom()  #: lines=1
    return down(n - 1)  #: lines=200


def bottom():  #: calls=1 level=202
    return "at the bottom"


def raising(n):  #: calls=201
    if n == 0:
        raise LookupError("from below")  #: raises=LookupError lines=1
    raising(n - 1)


print(down(200))
try:
    raising(200)
except LookupError as error:
    print(error)
