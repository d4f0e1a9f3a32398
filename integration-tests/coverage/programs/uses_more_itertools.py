import more_itertools as more

print(list(more.chunked(range(7), 3)), list(more.windowed("abcd", 2)), more.first([], 0), more.one([1]))
print(list(more.flatten([[1], [2, 3]])), list(more.unique_everseen("abca")))
print(more.consume(iter([1])), list(more.pairwise("abc")))
peek = more.peekable(range(3))
print(peek.peek(), list(peek), peek.peek("none"), list(more.collapse([1, [2, (3, [4])]])))
bucket = more.bucket(range(9), key=lambda n: n % 3)
print(sorted(bucket), list(bucket[1]), list(more.split_at("a,b", lambda c: c == ",")))
print(list(more.divide(2, [1, 2, 3])[0]))
print(list(more.interleave_longest([1, 2], [3])), list(more.sliding_window("abc", 2)), more.ilen(iter("ab")))
print(list(more.set_partitions([1, 2, 3], 2)), list(more.distinct_permutations("aab"))[:2], more.seekable("abc").peek())
try:
    more.one([1, 2])
except ValueError as error:
    print("too many")
