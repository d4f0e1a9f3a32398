async def numbers(n):
    for i in range(n):
        yield i


async def total(n):
    result = 0
    async for i in numbers(n):
        result += i
    return result


async def comp(n):
    return [i async for i in numbers(n)]


class Door:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *what):
        return False


async def through():
    async with Door() as d:
        x = d
    return x


def drive(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as stop:
        return stop.value


drive(total(2))
drive(comp(2))
drive(through())
