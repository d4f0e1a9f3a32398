def checked(kind):
    return kind


def area(width: checked(int), height: checked(int)) -> checked(int):
    return width * height


class Shape:
    sides: checked(int) = 4


area(2, 3)
