"""The tracers that Leadline is measured against: `tracers.py TRACER PROGRAM ARGS...`.

count prints the number of events and stops; empty is the floor of any sys.settrace tracer. The others are tools that
people use, each with what it keeps: coverage the set of lines, trace a count for each line, cProfile a count and times for each function, hunter and
viztracer each event, or each call. What is written goes to $LEADLINE_BENCHMARK_OUT.
"""

import os
import sys
import threading
from _thread import get_ident

OUT = os.environ.get('LEADLINE_BENCHMARK_OUT', os.devnull)


def traced_by(trace, run):
    threading.settrace(trace)
    sys.settrace(trace)
    run()
    sys.settrace(None)


def count(run):
    counts = {}

    def trace(frame, event, arg):
        counts[get_ident()] = counts.get(get_ident(), 0) + 1
        return trace
    traced_by(trace, run)
    print(sum(counts.values()))


def empty(run):
    def trace(frame, event, arg):
        return trace
    traced_by(trace, run)


def coverage(run):
    import coverage
    measured = coverage.Coverage(data_file=None, config_file=False)
    measured.start()
    run()
    measured.stop()


def stdlib_trace(run):
    import trace
    trace.Trace(count=1, trace=0).runfunc(run)


def profile(run):
    import cProfile
    cProfile.Profile().runcall(run)


def hunter(run):
    import hunter
    with open(OUT, 'w') as out, hunter.trace(action=hunter.CodePrinter(stream=out)):
        run()


def viztracer(run):
    import viztracer
    with viztracer.VizTracer(output_file=OUT + '.json', verbose=0):
        run()


# tools by the module that each is
PEERS = {'coverage': coverage, 'trace': stdlib_trace, 'cProfile': profile, 'hunter': hunter, 'viztracer': viztracer}
TRACERS = dict(PEERS, count=count, empty=empty)


def main():
    name, path = sys.argv[1:3]
    sys.argv[:] = sys.argv[2:]
    # as for a script; trace.py and others beside this one are not in the way
    sys.path[0] = os.path.dirname(os.path.abspath(path))
    with open(path, 'rb') as source:
        code = compile(source.read(), path, 'exec', dont_inherit=True)
    names = {'__name__': '__main__', '__file__': path}
    TRACERS[name](lambda: exec(code, names))


if __name__ == '__main__':
    main()
