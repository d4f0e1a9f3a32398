"""f-strings: expressions, calls and conversions in them, nested formats, over several lines."""


class Shown:
    def __str__(self):  #: calls=1 level=1
        return "str"

    def __repr__(self):  #: calls=1 level=1
        return "repr"

    def __format__(self, spec):  #: calls=1 level=1
        return "format " + spec


def price(n):  #: calls=4 level=1
    return n * 1.5


shown, width = Shown(), 8
print(f"{shown!s} {shown!r} {shown:>5}", f"{price(2):{width}.2f}", f"{price(1)}{price(3)!r}")
text = (
    f"first {price(4)} "
    f"second {width}"
)
print(text, f"{[n for n in range(2)]} {(lambda: 'in it')()} {{}}")
