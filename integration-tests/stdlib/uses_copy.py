import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import copy
import pickle
import reprlib


class Node:
    def __init__(self, value, other=None):
        self.value, self.other = value, other

    def __deepcopy__(self, memo):
        made = Node(copy.deepcopy(self.value, memo))
        memo[id(self)] = made
        made.other = copy.deepcopy(self.other, memo)
        return made


node = Node([1, [2]])
node.other = node
twin = copy.deepcopy(node)
print(twin.other is twin, twin.value is node.value, copy.copy(node).value is node.value)
print(pickle._loads(pickle._dumps({"k": (1, 2.5, [None, True])}, 2)), reprlib.repr(list(range(100))))
