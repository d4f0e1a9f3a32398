"""Values stand behind the event that they belong to, in its batch."""

import unittest

from agent_run import AgentRun
from recorded import VALUES


def events_of(run):
    """`kind` or (`kind`, values) of each event of other functions than `<module>`."""
    return [(event.kind, event.more) if event.kind in VALUES else event.kind
            for event in run.events() if event.function != '<module>']


class ShownTest(unittest.TestCase):
    def check(self, text, expected, **recording):
        run = AgentRun(text, **recording)
        self.assertEqual(expected, events_of(run))
        self.assertEqual(run.counted(), run.end['events'])
        return run

    def test_arguments(self):
        self.check('def f(a, *b, c=3, **d):\n    pass\nf(1, 2, e=4)\n',
                   ['call', ('args', {'a': '1', '*b': '(2,)', 'c': '3', '**d': "{'e': 4}"}),
                    'line', 'return'], values=['args'])

    def test_not_on_a_resumption(self):
        self.check('def g(a):\n    yield a\nx = g(1)\nnext(x)\nnext(x, 0)\n',
                   ['call', ('args', {'a': '1'}), 'line', 'return', 'call', 'return'],
                   values=['args'])

    def test_what_is_returned_and_yielded(self):
        self.check('def g():\n    yield 1\ndef f():\n    return 2\nx = g()\nnext(x)\nf()\nnext(x, 0)\n',
                   ['call', 'line', 'return', ('value', '1'),
                    'call', 'line', 'return', ('value', '2'),
                    'call', 'return', ('value', 'None')], values=['return'])

    def test_none_where_an_exception_ends_the_frame(self):
        self.check('def f():\n    raise KeyError\ntry:\n    f()\nexcept KeyError:\n    pass\n',
                   ['call', 'line', 'exception', 'return'], values=['return'])

    def test_locals_that_are_new_changed_or_gone(self):
        self.check('def f():\n    a = 1\n    b = 2\n    a = 3\n    del b\n    return a\nf()\n',
                   ['call', 'line', 'line', ('locals', {'a': '1'}), 'line', ('locals', {'b': '2'}),
                    'line', ('locals', {'a': '3'}), 'line', ('locals', {'b': None}), 'return'],
                   values=['locals'])

    def test_each_batch_begins_with_an_event(self):
        run = AgentRun('def f(a):\n    b = a\n    return b\nfor i in range(3000):\n    f(i)\n',
                       values=['args', 'locals', 'return'])
        for record in run.of_kind('events'):
            first = record['events'][0]
            self.assertNotIn(first[0] if isinstance(first, list) else 'line', VALUES)
        self.assertGreater(len(run.of_kind('events')), 3)
        self.assertEqual(3000, events_of(run).count('call'))
        self.assertEqual(run.counted(), run.end['events'])

    def test_of_each_thread_its_own(self):
        run = AgentRun('import threading\ndef f(a):\n    return a\n'
                       't = threading.Thread(target=f, args=(1,))\nt.start()\nt.join()\nf(2)\n',
                       values=['args'])
        for thread, text in ((1, '1'), (0, '2')):
            self.assertEqual([{'a': text}], [
                event.more for event in run.events(thread)
                if event.kind == 'args' and event.function == 'f'])

    def test_secrets_are_kept(self):
        run = AgentRun('def f(token):\n    return 1\nf("s3cret")\n',
                       values=['args', 'locals', 'return'], redact=['*token*'])
        self.assertNotIn(b's3cret', b''.join(run.lines))
