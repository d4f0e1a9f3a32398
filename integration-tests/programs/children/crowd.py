"""Sixty-four children at once."""
import os


def work(n):  #: calls=64 level=1
    os.read(gate, 1)  #: lines=64
    return step(n)


def step(n):  #: calls=64 level=2
    return n % 7


def collect():  #: calls=1 level=1
    return sum(os.waitpid(child, 0)[1] >> 8 for child in children)  #: calls=65 level=2


gate, opener = os.pipe()
children = []
for n in range(64):
    child = os.fork()
    if child == 0:
        os.close(opener)
        os._exit(work(n))
    children.append(child)
os.close(opener)
print(collect())
