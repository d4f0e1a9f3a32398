async def numbers(n):
    for i in range(n):
        yield i


async def total(n):
    result = 0
    async for i in numbers(n):  #: differs=await-stop-iteration 3.6/3.7,3.14/3.15
        result += i  #: differs=async-for-end 3.8/3.9,3.9/3.10
    return result


async def comp(n):
    return [i async for i in numbers(n)]  #: differs=await-stop-iteration 3.6/3.7,3.11/3.12,3.14/3.15; differs=pep-709 3.11/3.12


class Door:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *what):
        return False


async def through():
    async with Door() as d:  #: differs=with-exit 3.9/3.10
        x = d
    return x


def drive(coro):
    try:
        while True:  #: differs=endless-loops 3.7/3.8; differs=pep-626 3.9/3.10
            coro.send(None)
    except StopIteration as stop:
        return stop.value  #: differs=leaving-try 3.7/3.8,3.8/3.9


drive(total(2))
drive(comp(2))
drive(through())
