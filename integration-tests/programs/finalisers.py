"""del, reference cycles and gc.collect: finalisers run on top of whatever is running."""
import gc
import weakref

gc.disable()


class Node:
    def __init__(self, name):  #: calls=4
        self.name = name
        self.other = None

    def __del__(self):  #: calls=4 level=1
        print("gone:", self.name)


def dropped():  #: calls=1 level=1
    node = Node("local")
    return node.name


def cycle():  #: calls=1 level=1
    left, right = Node("left"), Node("right")
    left.other, right.other = right, left


def notified(reference):  #: calls=1 level=1
    print("reference is dead")


node = Node("deleted")
watch = weakref.ref(node, notified)
del node  #: lines=1
dropped()
cycle()
print("collecting")
gc.collect()
print(watch())
