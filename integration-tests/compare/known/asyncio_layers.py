# python: 3.7+
import asyncio


async def work(x):  #: differs=asyncio-layers 3.10/3.11; differs=wait-for 3.11/3.12
    await asyncio.sleep(0)
    return x


async def main():  #: differs=asyncio-layers 3.10/3.11
    a = await work(1)
    b = await asyncio.wait_for(work(2), 5)
    c = await asyncio.gather(work(3), work(4))  #: differs=await-stop-iteration 3.14/3.15
    return a, b, c


asyncio.run(main())
