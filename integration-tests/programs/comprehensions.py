"""List, set and dict comprehensions (frames of their own up to 3.11), and generator expressions."""

numbers = range(4)


def square(n):  #: calls=12 level=1 @inlined_comprehensions; calls=12 level=2 @!inlined_comprehensions
    return n * n


squares = [
    square(n) for n in numbers  #: calls=1 level=1 @comprehension_starts_inside; calls=0 @!comprehension_starts_inside
]
distinct = {square(n) for n in numbers}  #: calls=1 level=1 @!inlined_comprehensions; calls=0 @inlined_comprehensions
by_number = {n: square(n) for n in numbers}  #: calls=1 level=1 @!inlined_comprehensions; calls=0 @inlined_comprehensions

lazy = (n * 2 for n in numbers if n % 2)  #: calls=3 level=1
print(sum(lazy), squares, sorted(distinct), by_number)

grid = [[row * column for column in range(3)] for row in range(2)]  #: calls=3 level=1,2 @!inlined_comprehensions; calls=0 @inlined_comprehensions
flat = [cell for row in grid for cell in row if cell]  #: calls=1 @!inlined_comprehensions; calls=0 @inlined_comprehensions
print(grid, flat)


class Table:  #: calls=1 level=1
    header = [title.upper() for title in ("a", "b")]  #: calls=1 level=2 @!inlined_comprehensions; calls=0 @inlined_comprehensions


def nested():  #: calls=1 level=1
    return sum(n for n in (m + 1 for m in numbers))  #: calls=10 level=2,3


print(Table.header, nested())
