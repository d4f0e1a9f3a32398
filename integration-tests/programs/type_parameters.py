# python: 3.12+
"""Type parameters (PEP 695): frames named <generic parameters of X>, lazily computed aliases."""

type Pair[T] = tuple[T, T]
type Lazy = undefined_until_asked  # noqa: F821


def first[T](items: list[T]) -> T:  #: lines=2
    return items[0]  #: lines=2


class Stack[T]:
    def __init__(self):  #: calls=1
        self.items: list[T] = []

    def push(self, item: T) -> None:  #: calls=2 level=1
        self.items.append(item)


class Bounded[T: int](Stack[T]):
    limit = 2


stack = Stack[int]()
stack.push(1)
stack.push(2)
print(first(stack.items), first("ab"), Pair.__type_params__[0].__name__, Pair.__value__)
print(Bounded.__type_params__[0].__bound__.__name__, Bounded.limit)
try:
    Lazy.__value__  #: raises=NameError
except NameError:
    print("asked too early")
