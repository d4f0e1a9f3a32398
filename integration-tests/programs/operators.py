"""Operator overloading: every operator is a call that no source line names."""
import functools


@functools.total_ordering  #: calls=1 level=1
class Vector:
    def __init__(self, *parts):  #: calls=9
        self.parts = parts

    def __add__(self, other):  #: calls=2 level=1
        return Vector(*[a + b for a, b in zip(self.parts, other.parts)])

    def __radd__(self, other):  #: calls=1 level=1
        return self if other == 0 else NotImplemented

    def __mul__(self, factor):  #: calls=2
        return Vector(*(part * factor for part in self.parts))

    __rmul__ = __mul__

    def __neg__(self):  #: calls=1 level=1
        return self * -1

    def __matmul__(self, other):  #: calls=1 level=1
        return sum(a * b for a, b in zip(self.parts, other.parts))

    def __eq__(self, other):  #: calls=1 level=1
        return self.parts == other.parts

    def __lt__(self, other):  #: calls=2 level=1
        return self.parts < other.parts

    def __getitem__(self, key):  #: calls=2 level=1
        return Vector(*self.parts[key]) if isinstance(key, slice) else self.parts[key]

    def __len__(self):  #: calls=1 level=1
        return len(self.parts)

    def __contains__(self, part):  #: calls=1 level=1
        return part in self.parts

    def __bool__(self):  #: calls=1 level=1
        return any(self.parts)

    def __call__(self):  #: calls=1 level=1
        return "called"

    def __iadd__(self, other):  #: calls=1 level=1
        self.parts += other.parts
        return self

    def __format__(self, spec):  #: calls=1 level=1
        return spec.join(map(str, self.parts))


a, b = Vector(1, 2), Vector(3, 4)
print((a + b).parts, sum([a]).parts, (2 * a).parts, (-a).parts, a @ b, a == b, a < b, a > b)
print(a[0], a[0:1].parts, len(a), 2 in a, bool(Vector(0)), a(), "{:/}".format(b))
a += b
print(a.parts, (a + Vector()).parts)
