"""while and for with else, break and continue, try with else, nested loops, unpacking."""


def find(wanted, items):  #: calls=2 level=1
    for position, item in enumerate(items):
        if item == wanted:
            break
    else:
        return None  #: lines=1
    return position  #: lines=1


def collatz(n):  #: calls=1 level=1
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1  #: lines=8
        steps += 1
    else:
        steps += 100  #: lines=1
    return steps


def primes(limit):  #: calls=1 level=1
    found = []
    for n in range(2, limit):
        for d in found:
            if n % d == 0:
                break
        else:
            found.append(n)  #: lines=4
    return found


def attempts():  #: calls=1 level=1
    outcomes = []
    for text in ("1", "x", "3"):
        try:
            value = int(text)  #: lines=3 raises=ValueError
        except ValueError:
            outcomes.append("no")  #: lines=1
            continue
        else:
            outcomes.append(value)  #: lines=2
        finally:
            outcomes.append("/")  #: lines=3
    return outcomes


first, *rest = find("b", "abc"), find("z", "abc"), collatz(6), primes(10), attempts()
while True:
    break
for _ in ():
    print("no items")  #: never
print(first, rest)
