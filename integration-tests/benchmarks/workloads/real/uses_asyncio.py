"""An asyncio server on this machine that answers ten clients at once, `scale` requests each."""
import asyncio
import sys


async def answer(reader, writer):
    while True:
        line = await reader.readline()
        if not line:
            break
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def ask(port, scale):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    for number in range(scale):
        writer.write(b'request %d\n' % number)
        await writer.drain()
        await reader.readline()
    writer.close()


async def main(scale):
    server = await asyncio.start_server(answer, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    await asyncio.gather(*[ask(port, scale) for _ in range(10)])
    server.close()
    await server.wait_closed()


if __name__ == '__main__':
    asyncio.new_event_loop().run_until_complete(main(int(sys.argv[1])))
