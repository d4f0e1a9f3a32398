"""Values stand behind the event that they belong to, in its batch."""

import sys
import unittest

from agent_run import NATIVE, AgentRun
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

    def test_locals_that_the_arguments_have_shown_are_no_news(self):
        self.check('def f(a, *b, c=3, **d):\n    a = 2\n    b = lambda: d\n    del c\n    return a\nf(1, 5, e=4)\n',
                   ['call', ('args', {'a': '1', '*b': '(5,)', 'c': '3', '**d': "{'e': 4}"}), 'line',
                    'line', ('locals', {'a': '2'}), 'line', ('locals', {'b': '<function f.<locals>.<lambda>>'}),
                    'line', ('locals', {'c': None}), 'return'], values=['args', 'locals'])

    def test_an_argument_that_changes_in_place_is_news(self):
        self.check('def f(a=[]):\n    a.append(a[:])\n    return len(a)\nf()\nf()\n',
                   ['call', ('args', {'a': '[]'}), 'line', 'line', ('locals', {'a': '[[]]'}), 'return',
                    'call', ('args', {'a': '[[]]'}), 'line', 'line', ('locals', {'a': '[[], [[]]]'}), 'return'],
                   values=['args', 'locals'])

    def test_locals_are_whole_where_calls_with_their_arguments_are_not_shown(self):
        self.check('def f(a):\n    b = a\n    return b\nf(1)\n',
                   ['call', 'line', ('locals', {'a': '1'}), 'line', ('locals', {'b': '1'}), 'return'],
                   values=['args', 'locals'], events=['line'])

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


# Variables of functions with cells come from a snapshot that CPython would keep; the agent in Python is given one up to
# 3.10. C has those of other functions from the frame itself.
CELLS_ARE_SNAPSHOTS = sys.version_info < (3, 13) and (NATIVE or sys.version_info >= (3, 11))
SNAPSHOTS = CELLS_ARE_SNAPSHOTS and not NATIVE
OF_CLASS_BODIES = (3, 11) <= sys.version_info < (3, 13)
WITH_A_CELL = ('b = 1', '__cell__ = lambda: __cell__; b = 1')  # a variable that is not shown
class UnreadableTest(unittest.TestCase):
    """Variables that cannot be read without an effect are not recorded, and the trace says so once."""

    def check(self, text, function, with_all, where_unreadable, unreadable):
        run = AgentRun(text, values=['args', 'locals'], events=['call', 'line'])
        found = [event.more for event in run.events()
                 if event.kind in VALUES and event.function == function]
        self.assertEqual(where_unreadable if unreadable else with_all, found)
        told = [record['text'] for record in run.of_kind('trouble')]
        self.assertEqual(int(unreadable), len(told), told)
        if told:
            self.assertIn('first in %s, ' % function, told[0])
        return run

    def check_function(self, text, with_all, where_unreadable):
        """Of a program with a function f, also where f has a cell."""
        self.check(text, 'f', with_all, where_unreadable, SNAPSHOTS)
        self.check(text.replace(*WITH_A_CELL), 'f', with_all, where_unreadable, CELLS_ARE_SNAPSHOTS)

    def test_from_where_the_program_calls_locals(self):
        self.check_function(
            'def f(a):\n    b = 1\n    locals()\n    c = 2\n    return c\nf(0)\nf(0)\n',
            [{'a': '0'}, {'b': '1'}, {'c': '2'}] * 2,
            [{'a': '0'}, {'b': '1'}] * 2)

    def test_from_where_something_looks_at_the_frame(self):
        self.check_function(
            'import sys\ndef g():\n    sys._getframe(1).f_locals\n'
            'def f():\n    b = 1\n    g()\n    c = 2\n    return c\nf()\n',
            [{}, {'b': '1'}, {'c': '2'}], [{}, {'b': '1'}])

    def test_a_suspended_generator_that_is_looked_at(self):
        self.check_function(
            'def f():\n    b = 1\n    yield\n    c = 2\n    yield\n'
            'g = f()\nnext(g)\nprint(g.gi_frame.f_locals)\nnext(g)\n',
            [{}, {'b': '1'}, {'c': '2'}], [{}, {'b': '1'}])

    def test_a_class_body_with_a_cell_whose_namespace_may_see_it(self):
        run = self.check(
            'class Space(dict):\n    def __delitem__(self, key):\n        print("deleted", key)\n'
            'class Meta(type):\n    def __prepare__(name, bases):\n        return Space()\n'
            'class Body(metaclass=Meta):\n    a = 1\n    def m(self):\n        return __class__\n', 'Body',
            [{}, {'a': '1'}], [{}], unreadable=OF_CLASS_BODIES)
        if sys.version_info >= (3, 11):  # before, CPython looks for every trace function
            self.assertEqual(b'', run.stdout)

    def test_arguments_alone_stand_behind_their_call(self):
        run = AgentRun('def f(a):\n    g(a)\n    a = 5\ndef g(b):\n    return locals()\nf(1)\n'
                       'def h(c):\n    yield c\nx = h(2)\nnext(x)\nnext(x, 0)\n',
                       values=['args'], events=['call', 'return'])
        self.assertEqual(
            ['call', ('args', {'a': '1'}), 'call', ('args', {'b': '1'}), 'return', 'return',
             'call', ('args', {'c': '2'}), 'return', 'call', 'return'], events_of(run))
        self.assertEqual((0, []), (run.counted()['line'], run.of_kind('trouble')))

    def test_each_event_with_its_values_is_written_at_once(self):
        run = AgentRun('def f(a):\n    b = a\n    return b\nf(1)\n', live=True,
                       values=['args', 'locals', 'return'])
        for record in run.of_kind('events'):
            first = record['events'][0]
            self.assertNotIn(first[0] if isinstance(first, list) else 'line', VALUES)
