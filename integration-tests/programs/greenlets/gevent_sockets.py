# needs: gevent.socket
"""gevent: monkey-patched sockets, a server, and a pool of clients that it serves in greenlets."""
from gevent import monkey

monkey.patch_all()

import socket
import threading

from gevent.pool import Pool
from gevent.queue import Queue
from gevent.server import StreamServer


def leaf(n):
    return n + 1


class Double:
    def __call__(self, connection, address):
        with connection, connection.makefile("rwb") as stream:
            for line in stream:
                stream.write(b"%d\n" % self.answer(int(line)))
                stream.flush()

    def answer(self, n):
        return 2 * leaf(n)


def client(n):
    with socket.create_connection(server.address) as connection, connection.makefile("rwb") as stream:
        total = 0
        for i in range(3):
            stream.write(b"%d\n" % leaf(n + i))
            stream.flush()
            total += int(stream.readline())
    return total


def consume(queue, found):
    for n in queue:
        found.append(leaf(n))


pool, handlers = Pool(3), Pool()
server = StreamServer(("127.0.0.1", 0), Double(), spawn=handlers)
server.start()
print(pool.map(client, range(6)), sorted(pool.imap_unordered(client, range(2))))
handlers.join()  # each has met the end of its stream
server.stop()

queue, found = Queue(), []
worker = threading.Thread(target=consume, args=(queue, found), name="consumer")
worker.start()
for n in range(3):
    queue.put(n)
queue.put(StopIteration)
worker.join()
print(found)
