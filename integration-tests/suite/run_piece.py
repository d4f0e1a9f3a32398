"""Runs one piece of CPython's `test` package and writes what became of each test to a file.

    run_piece.py [--empty-tracer] RESULTS NAME

NAME is what unittest loads below `test`: a module, a class or a single test. RESULTS gets one
Python literal a line: ('start', id) and (outcome, id, detail). It is opened anew for each line, so
that no test meets a descriptor that is ours, and what was written survives the death of the process.
--empty-tracer sets a trace function that does nothing and stays: what differs under it differs under
every tracer that uses sys.settrace. Python 3.6 syntax, since it runs in the interpreter under test.
"""

import doctest
import importlib
import sys
import threading
import traceback
import unittest

from test import support

_open = open  # tests replace it


class Recorder(unittest.TestResult):
    """Writes each outcome as it comes. path: absolute, since tests change the directory."""

    def __init__(self, path):
        super().__init__()
        self._path = path

    def startTest(self, test):
        super().startTest(test)
        self.write('start', test)

    def stopTest(self, test):
        super().stopTest(test)
        self.write('stop', test)

    def addSuccess(self, test):
        self.write('ok', test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.write('fail', test, err)

    def addError(self, test, err):
        super().addError(test, err)
        self.write('error', test, err)

    def addSkip(self, test, reason):
        self.write('skip', test, reason)

    def addExpectedFailure(self, test, err):
        self.write('expected-failure', test, err)

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.write('unexpected-success', test)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            kind = 'fail' if issubclass(err[0], test.failureException) else 'error'
            self.write(kind, subtest, err)

    def write(self, outcome, test, detail=''):
        if isinstance(detail, tuple):
            detail = ''.join(traceback.format_exception(*detail))
        name = test if isinstance(test, str) else test.id()
        with _open(self._path, 'a', encoding='utf-8', errors='backslashreplace') as file:
            file.write(ascii((outcome, name, str(detail)[-4000:])) + '\n')


def run(results, name):
    recorder = Recorder(results)
    support.verbose = 0
    # as `python -m test` without -u: no network, no gigabytes, no minutes of processor time
    support.use_resources = []
    try:
        run_tests(recorder, name)
    except unittest.SkipTest as skipped:
        recorder.write('skip', name, skipped)
    return 0


def run_tests(recorder, name):
    module = load(name)
    if hasattr(module, 'test_main') and hasattr(support, '_run_suite'):
        # older modules prepare themselves there, and name the tests to run
        support._run_suite = lambda suite: suite.run(recorder)
        support.run_doctest = lambda module, verbosity=None, optionflags=0: (
            doctest.DocTestSuite(module, optionflags=optionflags).run(recorder))
        module.test_main()
    else:
        unittest.defaultTestLoader.loadTestsFromName('test.' + name).run(recorder)


def load(name):
    """The module that name is; None where it is a class in one, or cannot be loaded."""
    try:
        return importlib.import_module('test.' + name)
    except ImportError:
        return None


def empty(frame, event, arg):
    return empty


def stay():
    """Trace with nothing, and go on where the program takes a tracer of its own away."""
    real_settrace, real_gettrace = sys.settrace, sys.gettrace

    def settrace(function):
        real_settrace(empty if function is None else function)

    def gettrace():
        function = real_gettrace()
        return None if function is empty else function

    threading.settrace(empty)
    real_settrace(empty)
    sys.settrace, sys.gettrace = settrace, gettrace


def main():
    args = sys.argv[1:]
    if args[0] == '--empty-tracer':
        args = args[1:]
        stay()
    # tests look at the command line, and start interpreters with it
    del sys.argv[1:]
    return run(*args)


if __name__ == '__main__':
    sys.exit(main())
