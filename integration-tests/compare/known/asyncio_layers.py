# python: 3.7+
import asyncio


async def work(x):
    await asyncio.sleep(0)
    return x


async def main():
    a = await work(1)
    b = await asyncio.wait_for(work(2), 5)
    c = await asyncio.gather(work(3), work(4))
    return a, b, c


asyncio.run(main())
