from sortedcontainers import SortedDict, SortedKeyList, SortedList, SortedSet

numbers = SortedList([5, 1, 4, 1] + list(range(3000)))
numbers.add(3)
numbers.remove(1)
numbers.discard(99999)
print(numbers.bisect(4), numbers.count(1), numbers[10], len(numbers[5:20:2]), list(numbers.irange(2, 4)), numbers.pop())
del numbers[0:10]
words = SortedKeyList(["pear", "fig", "apple"], key=len)
words.update(["kiwi"])
print(words, words.bisect_key(4), list(words.islice(1, 3)), "fig" in words)
table = SortedDict({"b": 2, "a": 1}, c=3)
print(table, table.peekitem(0), table.popitem(), table.setdefault("d", 4), list(table.irange("b")), table.keys()[0])
some = SortedSet([3, 1, 2]) | {7}
print(some, some & {1, 7}, some - {1}, some[0], some.isdisjoint({9}), repr(table.values()))
try:
    numbers.insert(0, 1)
except NotImplementedError:
    print("not implemented")
