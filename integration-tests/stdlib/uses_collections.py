import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import collections
import collections.abc

count = collections.Counter("abracadabra")
print(count.most_common(2), (count - collections.Counter("aab")).total() if hasattr(count, "total") else 8)
chain = collections.ChainMap({"a": 1}, {"a": 2, "b": 3})
print(chain["b"], chain.new_child({"a": 0})["a"], collections.UserList([1, 2]) + [3], len(collections.UserDict(x=1)))
ordered = collections.OrderedDict.fromkeys("abc")
ordered.move_to_end("a")
print(list(ordered), collections.deque([1, 2, 3], 2))


class Bag(collections.abc.MutableSet):
    def __init__(self, items):
        self.items = list(items)

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, item):
        self.items.append(item)

    def discard(self, item):
        self.items.remove(item)


bag = Bag([1, 2, 3])
bag |= {4}
bag ^= {1}
print(sorted(bag & {2, 3, 9}), bag <= {2, 3, 4}, bag.isdisjoint([7]), isinstance([], collections.abc.Sequence))
