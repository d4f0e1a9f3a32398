import enum


class Color(enum.Enum):
    RED = 1
    GREEN = 2

    def __init__(self, value):
        self.seen = value

    @classmethod
    def _missing_(cls, value):
        return cls.RED


Color(2)
Color(5)
