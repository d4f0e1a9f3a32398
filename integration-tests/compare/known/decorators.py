def mark(function):
    return function


def mark_with(name):
    return mark


@mark
@mark_with(
    "x"
)
def decorated(
    a,
    b=2,
):
    return a


@mark
class Decorated:
    x = 1


decorated(1)
