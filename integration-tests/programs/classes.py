"""Inheritance, super, properties, attribute hooks, a metaclass, class and static methods."""


class Meta(type):  #: calls=1 level=1
    def __new__(mcs, name, bases, namespace):  #: calls=2 level=1
        namespace["kind"] = name.lower()
        return super().__new__(mcs, name, bases, namespace)

    def __call__(cls, *args):  #: calls=2 level=1
        made = super().__call__(*args)
        made.made_by = "Meta"
        return made


class Shape(metaclass=Meta):  #: calls=1 level=1
    sides = 0  #: lines=1

    def __init__(self, *lengths):  #: calls=2 level=2,3
        self.lengths = lengths

    @property  #: calls=2 level=1,2
    def around(self):
        return sum(self.lengths)

    @around.setter  #: calls=1 level=1
    def around(self, value):
        self.lengths = (value,)  #: lines=1

    def __getattr__(self, name):  #: calls=2 level=1
        if name.startswith("has_"):
            return len(self.lengths) > 0
        raise AttributeError(name)  #: raises=AttributeError

    @classmethod  #: calls=1 level=1
    def describe(cls):
        return "%s with %d sides" % (cls.kind, cls.sides)

    @staticmethod  #: calls=1 level=2
    def double(value):
        return 2 * value


class Square(Shape):  #: calls=1 level=1
    sides = 4

    def __init__(self, length):  #: calls=1 level=2
        super().__init__(*[length] * self.sides)

    def area(self):  #: calls=1 level=1
        return self.double(self.around) // 2 * self.lengths[0] // 4


square, blob = Square(3), Shape(7)
blob.around = 9
print(square.area(), blob.around, square.has_lengths, Square.describe(), square.made_by)
print(getattr(blob, "colour", "no colour"))
