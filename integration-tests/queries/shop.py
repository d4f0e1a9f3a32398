"""A shop: recursion, exceptions, threads, a child process, and a function for each of two Pythons."""
import subprocess
import sys
import threading


def parse(text):
    return int(text)


def amount(text):
    try:
        return parse(text)
    except ValueError:
        return 0


def discount(number):
    result = number
    for step in range(40):
        result += step
    return result


def total(texts):
    return sum([discount(amount(text)) for text in texts])


def boxes(number):
    if number < 2:
        return 1
    return boxes(number // 2) + boxes(number - number // 2)


def pairs_by_slices(items):
    return list(zip(items, items[1:]))


def pairs_by_itertools(items):
    import itertools
    return list(itertools.pairwise(items))


def pairs(items):
    if sys.version_info >= (3, 10):
        return pairs_by_itertools(items)
    return pairs_by_slices(items)


def order(number):
    texts = [str(n) if n % 4 else 'free' for n in range(number)]
    pairs(texts)
    boxes(number)
    return total(texts)


def ship():
    return 'shipped'


def main(number):
    threads = [threading.Thread(target=order, args=(number * n,), name='order-%d' % n) for n in (1, 2)]
    for thread in threads:
        thread.start()
        thread.join()
    subprocess.run([sys.executable, __file__, 'ship'], check=True)


if sys.argv[1] == 'ship':
    ship()
else:
    main(int(sys.argv[1]))
