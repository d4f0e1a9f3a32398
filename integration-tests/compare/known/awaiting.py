class Now:
    def __await__(self):
        return iter(())

class Gen:
    def __await__(self):
        yield 1
        return 2


async def main():
    await Now()
    return await Gen()


def drive():
    coro = main()
    try:
        while True:  #: differs=endless-loops 3.7/3.8; differs=pep-626 3.9/3.10
            coro.send(None)
    except StopIteration as stop:
        return stop.value  #: differs=leaving-try 3.7/3.8,3.8/3.9


drive()
