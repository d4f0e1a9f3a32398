# either engine: what ends the process is around the trace functions
"""The controller may be killed at any moment; then nothing is left to end what it started."""

import os
import subprocess
import sys
import unittest

from agent_run import AgentRun

PROGRAM = 'import time\nopen("began", "w").close()\ntime.sleep(1000)\n'
LONGEST = 60  # seconds


class _Abandoned(AgentRun):
    """A run whose controller goes. before_header: without reading anything."""

    def __init__(self, before_header, **more):
        self._before_header = before_header
        AgentRun.__init__(self, PROGRAM, **more)

    def _run(self, before, options, agent, config, talk):
        agent = os.path.join(agent, 'leadline_agent.py')
        reading, writing = os.pipe()
        if self._before_header:
            os.close(reading)
        process = subprocess.Popen(
            [sys.executable, agent, config], stdin=subprocess.DEVNULL, stdout=writing,
            stderr=subprocess.PIPE, cwd=self.directory)
        os.close(writing)
        if not self._before_header:
            os.read(reading, 1)
            os.close(reading)
        try:
            self.stderr = process.communicate(timeout=LONGEST)[1]
        finally:
            process.kill()
        self.status = process.returncode
        self.began = os.path.exists(os.path.join(self.directory, 'began'))


class ReaderGoneTest(unittest.TestCase):
    def check(self, before_header, **more):
        run = _Abandoned(before_header, **more)
        self.assertEqual((1, b'', False), (run.status, run.stderr, run.began))

    def test_before_the_header(self):
        self.check(True)

    def test_while_the_agent_waits_for_stdout_to_be_read(self):
        self.check(False)

    def test_with_children_followed(self):
        self.check(False, follow=True)
