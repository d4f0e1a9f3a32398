# python: 3.14+
"""Annotations are computed when they are read (PEP 649, PEP 749): __annotate__ frames."""
import annotationlib

evaluated = []


def remember(name):  #: calls=3
    evaluated.append(name)
    return name


def function(argument: remember("argument"), other: remember("other") = None) -> remember("result"):
    return argument  #: lines=1


class Later:
    friend: Undefined  # noqa: F821  the name does not exist yet
    near: int = 1


print(function(1), evaluated)
print(sorted(function.__annotations__), evaluated)
try:
    Later.__annotations__  #: raises=NameError
except NameError:
    print("not yet")
print(annotationlib.get_annotations(Later, format=annotationlib.Format.STRING)["friend"])
Undefined = str
print(Later.__annotations__["friend"] is str)
