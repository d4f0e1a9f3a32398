import asyncio
import json
import subprocess
import sys


class Order:
    def __init__(self):
        self.lines = []

    def add(self, name, price, count=1):
        if count < 1:
            raise ValueError("count: %d" % count)
        self.lines.append((name, price * count))

    def total(self):
        return sum(price for _, price in self.lines)


def numbers():
    yield 1
    yield 2
    return 3


async def fetch(n):
    await asyncio.sleep(0)
    return n * 2


def main():
    order = Order()
    for name, price in [("tea", 3), ("cup", 5)]:
        order.add(name, price)
    try:
        order.add("pot", 9, 0)
    except ValueError:
        print("no pot")
    list(numbers())
    loop = asyncio.new_event_loop()
    loop.run_until_complete(fetch(21))
    loop.close()
    print(json.dumps({"total": order.total()}))
    if len(sys.argv) == 1:
        subprocess.check_call([sys.executable, __file__, "child"])
    if order.total() > 1000:  # pragma: no cover
        print("rich")
    if order.total() > 100:
        print("well off")


main()
