# python: 3.9+
"""asyncio.run, shields, queues, locks, and functions in other threads; over code of the library."""
import asyncio
import concurrent.futures
import contextlib
import threading


async def producer(lines):  #: nodes=1
    for n in range(3):
        await lines.put(item(n))  #: lines=3
    await lines.put(None)


def item(n):  #: calls=3 level=2
    return n * n


async def consumer(lines):  #: nodes=1
    found = []
    while True:
        got = await lines.get()
        if got is None:  #: lines=4
            return found
        found.append(got)


def blocking(number):  #: calls=2 level=0
    gate.wait()
    gate.clear()
    return doubled(number)  #: lines=2


def doubled(number):  #: calls=2 level=1
    return number * 2


@contextlib.asynccontextmanager  #: calls=4 resumes=3 nodes=1
async def opened(name):
    print("opening", name)
    await asyncio.sleep(0)
    yield name.upper()
    await asyncio.sleep(0)
    print("closing", name)


async def slow():
    await asyncio.Event().wait()
    print("never")  #: never


async def guarded(lock, name):
    async with lock:
        held.append(name)  #: lines=2
        await asyncio.sleep(0)


async def main():
    lines = asyncio.Queue(1)
    print(await asyncio.gather(producer(lines), consumer(lines)))
    loop = asyncio.get_running_loop()
    loop.set_default_executor(concurrent.futures.ThreadPoolExecutor(1))
    loop.call_soon(gate.set)  # no sooner than main waits
    print(await asyncio.to_thread(blocking, 4))
    loop.call_soon(gate.set)
    print(await loop.run_in_executor(None, blocking, 5))
    async with opened("file") as name:
        print(name)
    try:
        await asyncio.wait_for(slow(), 0.001)
    except asyncio.TimeoutError:
        print("timed out")
    lock = asyncio.Lock()
    await asyncio.gather(guarded(lock, "a"), guarded(lock, "b"))
    print(held, await asyncio.shield(asyncio.sleep(0, "shielded")))


held, gate = [], threading.Event()
asyncio.run(main())
