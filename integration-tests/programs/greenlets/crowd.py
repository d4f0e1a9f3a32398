"""Many greenlets that live shortly, and many that wait at the same time."""
from greenlet import getcurrent, greenlet


def leaf(n):
    return n + 1


def short(n):
    return leaf(n) if n % 7 else leaf(leaf(n))


def waits(n):
    total = leaf(n)
    while True:
        total = leaf(main.switch(total))


main = getcurrent()
print(sum(greenlet(short).switch(n) for n in range(300)))
waiting = [greenlet(waits) for _ in range(60)]
for one in waiting:
    one.switch(1)
for turn in range(3):
    for one in waiting[turn::2]:
        one.switch(turn)
