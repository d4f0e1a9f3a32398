"""Enum and namedtuple: much of what runs is the standard library's, some of it generated."""
import collections
import enum


class Colour(enum.Enum):  #: calls=1 level=1
    RED = 1
    GREEN = 2

    def describe(self):  #: calls=2 level=1
        return self.name.lower()

    @classmethod  #: calls=1 level=1
    def favourite(cls):
        return cls.GREEN


class Size(enum.IntEnum):  #: calls=1 level=1
    SMALL = 1
    LARGE = 10


Point = collections.namedtuple("Point", "x y")


class Pixel(Point):  #: calls=1 level=1
    __slots__ = ()

    @property  #: calls=1 level=1
    def area(self):
        return self.x * self.y


pixel = Pixel(3, y=4)
print(Colour(1).describe(), Colour["GREEN"].describe(), Colour.favourite().value, Size.SMALL < Size.LARGE)
print(pixel.area, pixel._replace(x=5).x, Point._make([1, 2])._asdict()["y"], list(Colour)[0] is Colour.RED)
