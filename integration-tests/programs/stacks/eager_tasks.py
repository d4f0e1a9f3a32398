# python: 3.12+
"""Eager tasks begin on the stack of whoever makes them, and go on upon the loop's."""
import asyncio


async def at_once(name):  #: calls=2
    return name


async def later(name):  #: calls=4 resumes=2 nodes=2
    await asyncio.sleep(0)  #: lines=2
    return name  #: lines=2


def make(loop):  #: calls=1
    return [loop.create_task(at_once("a")), loop.create_task(later("b"))]


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    tasks = make(loop)
    print([task.done() for task in tasks])
    print(await asyncio.gather(*tasks, at_once("c"), later("d")))


asyncio.run(main())
