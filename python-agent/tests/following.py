"""The Unix socket on which the controller takes the streams of child processes."""

import json
import os
import socket
import threading

from recorded import Recorded


class Following:
    """Collects the stream of each child that connects; directory: where the socket is made.

    Its threads are daemons: a test that fails before its run has begun never calls finish().
    """

    def __init__(self, directory):
        self.path = os.path.join(directory, 'socket')
        self._taken = []
        self._server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._server.bind(self.path)
        self._server.listen(100)
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def finish(self):
        """The Recorded of each child, in the order of their headers; waits for all of them to end."""
        last = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)  # behind all that have connected
        last.connect(self.path)
        last.close()
        self._accepting.join()
        self._server.close()
        for thread, _stream in self._taken:
            thread.join()
        streams = [stream for _thread, stream in self._taken]
        return sorted(streams, key=lambda stream: stream.header['start_unix_ns'])

    def _accept(self):
        while True:
            connection, _address = self._server.accept()
            with connection:
                source = connection.makefile('rb')
            first = source.readline()
            if not first:
                source.close()
                return
            stream = Recorded()
            stream.records.append(json.loads(first.decode('ascii')))
            thread = threading.Thread(target=self._read, args=(source, stream), daemon=True)
            self._taken.append((thread, stream))
            thread.start()

    @staticmethod
    def _read(source, stream):
        with source:
            for line in source:
                stream.records.append(json.loads(line.decode('ascii')))
