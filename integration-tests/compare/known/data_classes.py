# python: 3.7+
from dataclasses import dataclass, field


def make():
    return []


@dataclass
class P:
    x: int
    y: list = field(default_factory=make)

    def __post_init__(self):
        self.z = self.x


P(1) == P(1)
