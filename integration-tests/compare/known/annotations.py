def f(a: int,
      b: "str" = "x") -> int:
    x: int
    y: int = 1
    return y


class Point:
    x: int
    y: int = 1
    z: str


total: int
other: int = 2
f(1)
