"""The tracers that Leadline is measured against: `tracers.py count|empty|naive PROGRAM ARGS...`.

count prints the number of events and stops; empty is the floor of any sys.settrace tracer; naive
is the recipe that Leadline starts from: walk f_back to the root at every event, json.dumps it, and
write it, each event by itself as a live reader needs it, to $LEADLINE_BENCHMARK_OUT.
"""

import json
import os
import sys


def counting():
    events = [0]

    def trace(frame, event, arg):
        events[0] += 1
        return trace
    return trace, lambda: print(events[0])


def empty():
    def trace(frame, event, arg):
        return trace
    return trace, lambda: None


def naive():
    out = open(os.environ['LEADLINE_BENCHMARK_OUT'], 'wb', buffering=0)

    def trace(frame, event, arg):
        depth, walked = 0, frame
        while walked is not None:
            depth += 1
            walked = walked.f_back
        code = frame.f_code
        record = json.dumps({
            'event': event, 'depth': depth, 'file': code.co_filename, 'function': code.co_name,
            'lineno': frame.f_lineno})
        out.write(record.encode() + b'\n')
        return trace
    return trace, out.close


def main():
    kind, path = sys.argv[1:3]
    sys.argv[:] = sys.argv[2:]
    with open(path, 'rb') as source:
        code = compile(source.read(), path, 'exec', dont_inherit=True)
    trace, done = {'count': counting, 'empty': empty, 'naive': naive}[kind]()
    sys.settrace(trace)
    exec(code, {'__name__': '__main__', '__file__': path})
    sys.settrace(None)
    done()


main()
