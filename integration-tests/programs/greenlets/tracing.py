"""The program traces switches itself, profiles, and recurses deeply in greenlets."""
import sys

import greenlet
from greenlet import getcurrent


def leaf(n):
    return n + 1


def switched(event, pair):
    switches.append(event)


def turns(n):
    for i in range(n):
        main.switch(leaf(i))
    return None


def deep(n):
    if n == 1:
        main.switch()
    return 0 if n == 0 else 1 + deep(n - 1)


switches = []
main = getcurrent()
print(greenlet.settrace(switched))
one = greenlet.greenlet(turns)
print(one.switch(2), one.switch(), one.switch())
print(greenlet.settrace(None) is switched, switches)
towers = [greenlet.greenlet(deep) for _ in range(3)]
for height, tower in enumerate(towers):
    tower.switch(200 + height)
    leaf(height)
print([tower.switch() for tower in towers], sys.gettrace.__name__)
