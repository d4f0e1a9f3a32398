# python: 3.10+
"""match statements (PEP 634): literals, sequences, mappings, classes, guards, captures."""


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):  #: calls=3 level=1
        self.x, self.y = x, y


def big(n):  #: calls=2 level=2
    return n > 100


def describe(thing):  #: calls=9 level=1
    match thing:
        case 0 | 1:
            return "bit"  #: lines=1
        case int(n) if big(n):
            return f"big {n}"  #: lines=1
        case [first, *rest]:
            return f"{first} and {len(rest)} more"  #: lines=2
        case {"kind": kind, **others}:
            return f"{kind} with {len(others)}"  #: lines=1
        case Point(0, y):
            return f"on the axis at {y}"  #: lines=1
        case Point(x=x) as point:
            return f"{x} {point.y}"  #: lines=1
        case None:
            return "nothing"  #: lines=1
    return "else"  #: lines=1


for thing in (1, 500, 50, [1, 2, 3], ["x"], {"kind": "k", "a": 1}, Point(0, 3), Point(2, 3), None):
    print(describe(thing))
print(Point(1, 1).x)
