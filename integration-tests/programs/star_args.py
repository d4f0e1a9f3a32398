"""Star arguments in definitions and calls, keyword-only parameters, defaults, unpacking."""


def every_kind(first, second=2, *rest, only, also="x", **named):  #: calls=4 level=1
    return (first, second, rest, only, also, sorted(named))


def mutable(item, seen=[]):  #: calls=2 level=1
    seen.append(item)
    return len(seen)


def forward(*args, **named):  #: calls=1 level=1
    return inner(*args, *args, **named, extra=1)


def inner(*args, **named):  #: calls=1 level=2
    return len(args) + len(named)


def default():  #: calls=1 level=1
    print("defaults are computed once")
    return 7


def computed(value=default()):  #: calls=2 level=1
    return value


print(every_kind(1, only=2), every_kind(1, 2, 3, 4, only=5), every_kind(*[1, 2], **{"only": 3, "z": 4}))
print(every_kind(only=1, first=0), mutable("a"), mutable("b"), forward(1, 2, a=3), computed(), computed(1))
try:
    every_kind(1)  #: raises=TypeError
except TypeError as error:
    print("refused")
head, *middle, tail = [*range(3), *"ab"]
merged = {**{"a": 1}, **{"b": 2}}
print(head, middle, tail, merged)
