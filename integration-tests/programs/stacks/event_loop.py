"""Tasks of an event loop: what awaits is suspended and resumed, and the loop's own frames are below."""
import asyncio


async def leaf(name, turns):  #: calls=9 resumes=5 nodes=2
    for _ in range(turns):
        await asyncio.sleep(0)  #: lines=5
    return name + plain()


def plain():  #: calls=4
    return "!"  #: lines=4


async def branch(name):  #: calls=4 resumes=3 nodes=1
    first = await leaf(name + "1", 1)
    second = await leaf(name + "2", 2)  #: lines=1
    return first + second


async def fails():  #: calls=2 resumes=1 nodes=1
    await asyncio.sleep(0)
    raise ValueError("failed")  #: raises=ValueError


async def is_cancelled():  #: calls=2 resumes=1 nodes=1
    try:
        await asyncio.Future()
    except asyncio.CancelledError:  #: lines=1
        print("cancelled")
        raise


class Resource:
    async def __aenter__(self):  #: calls=2 resumes=1 nodes=1
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, kind, value, traceback):  #: calls=2
        await asyncio.sleep(0)
        return kind is ValueError


async def ticks(limit):  #: calls=7 resumes=6 nodes=1
    for n in range(limit):
        await asyncio.sleep(0)
        yield n  #: lines=3


async def managed():  #: calls=3 resumes=2 nodes=1
    async with Resource():
        raise ValueError("swallowed")  #: raises=ValueError


async def comprehended():  #: calls=4 resumes=3 nodes=1
    return [n * 2 async for n in ticks(3)]


def called_back(text):  #: calls=1 level=1
    print("called back", text)


async def in_time():  #: calls=2
    await asyncio.sleep(0)
    return "in time"


async def main():  #: nodes=1
    print(await branch("direct"))
    loop = asyncio.get_event_loop()
    tasks = [loop.create_task(leaf("a", 0)), loop.create_task(leaf("b", 2))]
    print(await asyncio.gather(*tasks))
    print(await asyncio.gather(fails(), return_exceptions=True))
    waiting = loop.create_task(is_cancelled())
    await asyncio.sleep(0)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print("it was cancelled")
    await managed()
    print(await comprehended())
    loop.call_soon(called_back, "soon")
    print(await asyncio.wait_for(in_time(), 60))


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
