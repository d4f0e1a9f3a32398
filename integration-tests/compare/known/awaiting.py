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
        while True:
            coro.send(None)
    except StopIteration as stop:
        return stop.value


drive()
