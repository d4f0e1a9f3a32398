"""Coroutines: one awaits another, which waits once; driven by send(), `scale` times."""
import sys


class Once:
    def __await__(self):
        yield 1


async def leaf(i):
    await Once()
    return i


async def outer(i):
    return await leaf(i)


def main(n):
    for i in range(n):
        coroutine = outer(i)
        try:
            while True:
                coroutine.send(None)
        except StopIteration:
            pass


if __name__ == '__main__':
    main(int(sys.argv[1]))
