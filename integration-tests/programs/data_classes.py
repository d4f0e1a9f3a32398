# python: 3.7+
"""Dataclasses: __init__, __eq__ and others are generated code without a file."""
import dataclasses
import typing


@dataclasses.dataclass(order=True)  #: calls=1 level=1 @!lazy_annotations; calls=2 level=1 @lazy_annotations
class Item:
    name: str
    price: int = 0
    tags: typing.List[str] = dataclasses.field(default_factory=list, compare=False)

    def __post_init__(self):  #: calls=3
        if self.price < 0:
            raise ValueError("negative price")  #: raises=ValueError

    @property  #: calls=1 level=1
    def label(self):
        return self.name.title()


@dataclasses.dataclass(frozen=True)  #: calls=1 level=1 @!lazy_annotations; calls=2 level=1 @lazy_annotations
class Place:
    x: int
    y: int


pen, pad = Item("pen", 3), Item("pad", 1)
print(pen.label, pen == pad, pad < pen, dataclasses.asdict(pad)["tags"], Place(1, 2))
try:
    Place(1, 2).x = 5  #: raises=dataclasses.FrozenInstanceError
except dataclasses.FrozenInstanceError:
    print("frozen")
try:
    Item("bad", -1)
except ValueError as error:
    print(error)
