# python: 3.7+
from dataclasses import dataclass, field


def make():
    return []


@dataclass  #: differs=decorators 3.10/3.11; differs=pep-649 3.13/3.14
class P:  #: differs=decorated-def 3.7/3.8
    x: int
    y: list = field(default_factory=make)

    def __post_init__(self):
        self.z = self.x


P(1) == P(1)
