"""Runs tests of the agent with a recorder in C that is built with AddressSanitizer: `sanitized.py [TEST...]`.

The tests are those that AgentRun starts programs in; without any, those of the recorder. They run on the interpreter that
runs this, in a copy of the agent. A report of the sanitizer is printed, and is status 1, whatever the tests make of it.
Leaks are test_leaks.py's: an interpreter keeps much until its end. Freed memory is not used again for long, so that a test that
counts numbers of generators' frames (test_generators) fails.
"""

import glob
import os
import shutil
import subprocess
import sys
import tempfile

AGENT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FLAGS = '-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined'
TESTS = ['test_native', 'test_native_values', 'test_native_outlines', 'test_fewer_events', 'test_leaks']


def library(name):
    found = subprocess.run(['gcc', '-print-file-name=' + name], stdout=subprocess.PIPE, check=True)
    return found.stdout.decode().strip()


def main():
    with tempfile.TemporaryDirectory() as directory:
        agent, reports = os.path.join(directory, 'agent'), os.path.join(directory, 'report')
        shutil.copytree(AGENT, agent, ignore=shutil.ignore_patterns('target', '__pycache__', '*.so'))
        build = os.path.join(agent, 'native', 'build.py')
        environment = dict(os.environ, CC='gcc', CFLAGS=FLAGS, LEADLINE_REQUIRED_NATIVE='1')
        subprocess.run([sys.executable, build, agent], env=environment, check=True)
        environment = dict(
            os.environ, LD_PRELOAD='%s %s' % (library('libasan.so'), library('libubsan.so')), PYTHONMALLOC='malloc',
            ASAN_OPTIONS='detect_leaks=0:log_path=' + reports, UBSAN_OPTIONS='print_stacktrace=1:log_path=' + reports,
            LEADLINE_TEST_ENGINE='native', PYTHONDONTWRITEBYTECODE='1')
        tests = sys.argv[1:] or TESTS
        done = subprocess.run(
            [sys.executable, '-m', 'unittest', *tests], cwd=os.path.join(agent, 'tests'), env=environment)
        written = glob.glob(reports + '*')
        for report in written:
            with open(report, encoding='utf-8', errors='replace') as stream:
                print(stream.read())
    return 1 if written or done.returncode else 0


if __name__ == '__main__':
    sys.exit(main())
