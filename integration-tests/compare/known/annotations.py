def f(a: int,  #: differs=multi-line 3.7/3.8; differs=annotation-tuple 3.9/3.10; differs=pep-649 3.13/3.14
      b: "str" = "x") -> int:
    x: int
    y: int = 1
    return y


class Point:  #: differs=pep-649 3.13/3.14
    x: int
    y: int = 1
    z: str


total: int
other: int = 2
f(1)
