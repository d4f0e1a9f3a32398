"""The iterator protocol: __iter__, __next__, __getitem__ as a sequence, __reversed__, iter(f, stop)."""
import itertools


class Countdown:
    def __init__(self, start):  #: calls=1 level=1
        self.start = start

    def __iter__(self):  #: calls=2 level=1
        return Steps(self.start)

    def __reversed__(self):  #: calls=4 level=1
        for n in range(1, self.start + 1):
            yield n


class Steps:
    def __init__(self, left):  #: calls=2 level=2
        self.left = left

    def __iter__(self):  #: calls=0
        return self

    def __next__(self):  #: calls=8 level=1
        if self.left == 0:
            raise StopIteration  #: raises=StopIteration lines=2
        self.left -= 1
        return self.left + 1


class Letters:
    def __getitem__(self, position):  #: calls=4 level=1
        if position == 3:
            raise IndexError  #: raises=IndexError
        return "abc"[position]


down = Countdown(3)
for n in down:
    print(n)  #: lines=3
print(list(down), list(reversed(down)), list(Letters()))

answers = iter(["go", "on", "stop"])
print(list(iter(lambda: next(answers), "stop")))  #: calls=3 level=1
print(list(itertools.takewhile(lambda n: n < 3, itertools.count())))  #: calls=4 level=1
