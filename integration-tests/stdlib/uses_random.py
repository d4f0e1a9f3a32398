import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import bisect
import colorsys
import heapq
import random
import uuid

generator = random.Random(42)
print([generator.randint(1, 6) for _ in range(5)], generator.sample(range(100), 3), round(generator.gauss(0, 1), 3))
deck = list("abcdef")
generator.shuffle(deck)
print("".join(deck), heapq.nsmallest(2, [5, 1, 4]), list(heapq.merge([1, 4], [2, 3], key=lambda n: n)))
print(uuid.uuid5(uuid.NAMESPACE_DNS, "example.org"), colorsys.rgb_to_hsv(0.2, 0.4, 0.4), bisect.bisect([1, 3], 2))
