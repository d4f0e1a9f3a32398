# python: 3.11+
"""Task groups, timeouts and runners."""
import asyncio


async def child(name, turns):  #: calls=8 resumes=4 nodes=2
    for _ in range(turns):
        await asyncio.sleep(0)  #: lines=4
    return name


async def failing():  #: calls=2
    await asyncio.sleep(0)
    raise KeyError("in a group")  #: raises=KeyError


async def patient():  #: calls=2
    try:
        await asyncio.Event().wait()
    finally:
        print("let go")  #: lines=1


async def grouped():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(child("a", 1)), group.create_task(child("b", 2))]
        await child("c", 0)
    return [task.result() for task in tasks]


async def broken():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(patient())
            group.create_task(failing())
    except* KeyError as found:
        print([repr(error) for error in found.exceptions])


async def late():
    try:
        async with asyncio.timeout(0.001):
            await asyncio.Event().wait()
    except TimeoutError:
        print("too late")  #: lines=1


async def main():
    print(await grouped())
    await late()
    await broken()


with asyncio.Runner() as runner:
    runner.run(main())
    print(runner.run(child("again", 1)))
