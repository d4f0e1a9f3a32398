# python: 3.12+
def first[T](items: list[T]) -> T:
    return items[0]


class Box[T]:
    def __init__(self, x: T):
        self.x = x


type Alias[T] = list[T]
first([1])
Box(1)
Alias.__value__
