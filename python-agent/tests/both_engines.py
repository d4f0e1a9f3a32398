"""Runs a program with the trace functions in C and with those in Python, which are to record the same values."""

import json
import unittest

from agent_run import AgentRun
from recorded import VALUES

ALL = ['args', 'locals', 'return']


class BothEngines(unittest.TestCase):
    maxDiff = None

    def compare(self, text, **recording):
        """Both engines' events of a program, with a hash seed that is the same."""
        recording.setdefault('redact', ['*password*', '*token*', '*secret*'])
        runs = [AgentRun(text, timed=False, recorder=recorder, values=ALL, environment={'PYTHONHASHSEED': '0'}, **recording)
                for recorder in ('python', 'auto')]
        if runs[1].header['engine'] != 'native':
            self.skipTest('the trace functions in C are not there')
        in_python, in_c = (_seen(run) for run in runs)
        if in_python != in_c:  # the first that differs says more than the whole lists do
            for position, event in enumerate(in_python):
                self.assertEqual(event, in_c[position], 'event %d' % position)
            self.assertEqual(len(in_python), len(in_c))
        for run in runs:
            self.assertEqual((0, b''), (run.status, run.stderr), run.stderr)
        return in_c


def _seen(run):
    """Events with their values, by thread."""
    events = [event._replace(activation=None, more=event.more if event.kind in ('exception',) + VALUES else None)
              for event in run.events()]
    events.sort(key=lambda event: event.thread)
    return json.loads(json.dumps(events).replace(run.directory, ''))
