"""Coroutines without an event loop: driven by send, with await, async with, async for."""


class Pause:  #: calls=1 level=1
    def __init__(self, value):  #: calls=3
        self.value = value

    def __await__(self):  #: calls=6
        answer = yield self.value
        return answer


class Resource:
    async def __aenter__(self):  #: calls=1 level=3
        print("acquired")
        return self

    async def __aexit__(self, *trouble):  #: calls=2 level=3
        await Pause("closing")
        print("released")


class Countdown:
    def __init__(self, start):  #: calls=1 level=3
        self.left = start

    def __aiter__(self):  #: calls=1 level=3
        return self

    async def __anext__(self):  #: calls=3 level=3
        self.left -= 1
        if self.left < 0:
            raise StopAsyncIteration  #: raises=StopAsyncIteration
        return self.left


async def worker(name):  #: calls=4 level=2
    answer = await Pause(name)
    async with Resource():
        again = await Pause("again")  #: lines=1
        async for n in Countdown(2):
            print("counting", n)
    return answer + again


async def agen():  #: calls=3
    for n in range(2):
        yield n


async def collect():  #: calls=1 level=2
    return [n async for n in agen()]


def drive(coroutine, answers):  #: calls=2
    sent, seen = None, []
    while True:
        try:
            seen.append(coroutine.send(sent))
        except StopIteration as end:
            return seen, end.value
        sent = answers.pop(0)


drive_level = drive(worker("start"), [1, 2, None])
print(drive_level, drive(collect(), []))
