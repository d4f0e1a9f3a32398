def checked(kind):
    return kind


def area(width: checked(int), height: checked(int)) -> checked(int):  #: differs=pep-649 3.13/3.14
    return width * height


class Shape:  #: differs=pep-649 3.13/3.14
    sides: checked(int) = 4


area(2, 3)
