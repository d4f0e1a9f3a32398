"""Runs pieces of CPython's own test suite plain and traced, and compares each test's outcome.

    sweep.py [--quick] [--only GLOB] [--scope all|user|both] [-j N] PYTHON...

Exits 1 where a difference is found that explained.txt does not explain, 2 for a PYTHON that has no
tests. Where a piece differs it is run again, plain, traced and under a trace function that does
nothing; the table says so. Needs Python 3.8+ to run, the interpreters under test may be 3.6.
"""

import argparse
import concurrent.futures
import fnmatch
import signal
import sys

import lists
import runs
import verdicts


def main():
    options = arguments()
    # a shell's background jobs ignore it, and so would all interpreters under test
    for number in signal.SIGINT, signal.SIGTERM:
        signal.signal(number, signal.default_int_handler)
    try:
        pythons = [runs.Python.ask(path) for path in options.pythons]
    except ValueError as e:
        print('error: %s' % e, file=sys.stderr)
        return 2
    jobs = [(python, piece, scope) for piece in chosen(options) for scope in scopes(options)
            for python in pythons if python.version in piece.versions]
    judge = verdicts.Judge(lists.explained(), options.trace_option)
    print(verdicts.HEADING, flush=True)
    found = []
    for verdict in verdicts_of(judge, jobs, options.jobs):
        found.append(verdict)
        print(verdict.text(options.verbose), flush=True)
    return summary(found)


def verdicts_of(judge, jobs, workers):
    """In the order of the jobs, each as it comes."""
    pool = concurrent.futures.ThreadPoolExecutor(workers)
    waiting = [pool.submit(judge.verdict, *job) for job in jobs]
    try:
        for one in waiting:
            yield one.result()
    finally:
        for one in waiting:
            one.cancel()
        runs.end_all()
        pool.shutdown()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--quick', action='store_true', help='the bounded part alone')
    parser.add_argument('--only', action='append', metavar='GLOB', help='pieces of this name')
    parser.add_argument('--scope', choices=('all', 'user', 'both'), default='all',
                        help='of what is recorded: every frame (the default), or the tests alone')
    parser.add_argument('--trace-option', action='append', default=[], metavar='OPTION',
                        help='one more option of `leadline trace`, as --trace-option=--follow')
    parser.add_argument('-j', '--jobs', type=int, default=2, help='runs at once (2)')
    parser.add_argument('-v', '--verbose', action='store_true', help='tracebacks of differences')
    parser.add_argument('pythons', nargs='+', metavar='PYTHON')
    return parser.parse_args()


def chosen(options):
    return [piece for piece in lists.pieces()
            if (piece.quick or not options.quick)
            and any(fnmatch.fnmatchcase(piece.name, glob) for glob in options.only or ['*'])]


def scopes(options):
    return ('all', 'user') if options.scope == 'both' else (options.scope,)


def summary(found):
    differences = [difference for verdict in found for difference in verdict.differences]
    unexplained = [difference for difference in differences if not difference.reason]
    print('%d runs of %d tests: %d differences explained, %d not' % (
        len(found), sum(verdict.tests for verdict in found),
        len(differences) - len(unexplained), len(unexplained)))
    return 1 if unexplained else 0


if __name__ == '__main__':
    sys.exit(main())
