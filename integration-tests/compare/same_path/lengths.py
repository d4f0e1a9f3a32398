"""Lengths and truth values that C code asks for, more often on some interpreters."""


class Items:
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)

    def __bool__(self):
        return bool(self.items)


def all_of(items):
    found = []
    found.extend(items)
    found += items
    return list(items), tuple(items), found


def either(one, other):
    return 1 if not (one and other) else 2


all_of(Items(1, 2))
either(Items(1), Items())
