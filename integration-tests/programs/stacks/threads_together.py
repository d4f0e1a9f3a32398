"""Threads that run at the same time, in pools, hand values to each other, and outlive the main program."""
import concurrent.futures
import queue
import threading

N = 4


def meet(number):  #: calls=4 level=0
    together.wait()
    total = 0
    for n in range(50):
        total += step(n)  #: lines=200
    together.wait()
    results[number] = total  #: lines=4


def step(n):  #: calls=200 level=1
    return n * 2  #: lines=200


def pooled(number):  #: calls=3 level=0
    pool_together.wait()  #: lines=3
    return step_in_pool(number)


def step_in_pool(number):  #: calls=3 level=1
    if number == 2:
        raise ValueError("two is refused")  #: raises=ValueError
    return number


def produce(lines):  #: calls=1 level=0
    for n in range(3):
        lines.put(n)  #: lines=3
    lines.put(None)


def consume(lines, kept):  #: calls=1 level=0
    for item in iter(lines.get, None):
        kept.append(doubled(item))  #: lines=3


def doubled(item):  #: calls=3 level=1
    return item * 2


def numbers():  #: calls=5 level=1 resumes=4 nodes=1
    yield 1  #: lines=1
    yield 2  #: lines=1
    yield 3  #: lines=1
    yield 4  #: lines=1


def take(generator):  #: calls=2 level=0
    taken.append(next(generator))  #: lines=2


def outlives():  #: calls=1 level=0
    threading.main_thread().join()
    print("after the main program:", after())  #: lines=1


def after():  #: calls=1 level=1
    return "still traced"  #: lines=1


together = threading.Barrier(N)
results = [None] * N
threads = [threading.Thread(target=meet, args=(n,)) for n in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results)

pool_together = threading.Barrier(3)
with concurrent.futures.ThreadPoolExecutor(3) as pool:
    futures = [pool.submit(pooled, n) for n in range(3)]
print([str(future.exception() or future.result()) for future in futures])

lines, kept = queue.Queue(), []
pair = [threading.Thread(target=produce, args=(lines,)), threading.Thread(target=consume, args=(lines, kept))]
for thread in pair:
    thread.start()
for thread in pair:
    thread.join()
print(kept)

taken, generator = [], numbers()
for _ in range(2):
    taken.append(next(generator))
    thread = threading.Thread(target=take, args=(generator,))
    thread.start()
    thread.join()
print(taken, next(generator, "empty"))

threading.Thread(target=outlives).start()
print("the main program is over")
