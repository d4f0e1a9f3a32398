def mark(function):
    return function


def mark_with(name):
    return mark


@mark  #: differs=decorators 3.10/3.11
@mark_with(  #: differs=decorated-def 3.7/3.8
    "x"
)
def decorated(
    a,
    b=2,  #: differs=default-lines 3.9/3.10,3.13/3.14
):
    return a


@mark
class Decorated:
    x = 1


decorated(1)
