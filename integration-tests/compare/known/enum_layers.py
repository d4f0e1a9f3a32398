import enum


class Color(enum.Enum):
    RED = 1
    GREEN = 2

    def __init__(self, value):  #: differs=library-layers 3.10/3.11
        self.seen = value

    @classmethod  #: differs=decorators 3.10/3.11
    def _missing_(cls, value):  #: differs=decorated-def 3.7/3.8
        return cls.RED


Color(2)
Color(5)
