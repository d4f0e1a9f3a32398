"""A generator's frame is one activation, however often it is entered."""

import sys
import unittest

from agent_run import AgentRun


def entries(run, function):
    """(activation, resumed) of each call."""
    return [(event.activation, event.resumed) for event in run.events()
            if event.kind == 'call' and event.function == function]


class GeneratorTest(unittest.TestCase):
    def test_goes_on_as_the_same_activation(self):
        run = AgentRun('def g():\n    yield 1\n    yield 2\nlist(g())\n')
        self.assertEqual([(0, 0), (0, 1), (0, 1)], entries(run, 'g'))
        self.assertEqual(['call 1', 'line 2', 'return 2', 'call 2', 'line 3', 'return 3',
                          'call 3', 'return 3'], run.shown('g'))

    def test_two_at_once_are_distinguished(self):
        run = AgentRun('def g():\n    yield 1\na, b = g(), g()\nnext(a); next(b)\n'
                       'next(b, 0); next(a, 0)\n')
        self.assertEqual([(0, 0), (1, 0), (1, 1), (0, 1)], entries(run, 'g'))

    def test_an_ordinary_call_has_none(self):
        run = AgentRun('def f(): pass\nf()\n')
        self.assertEqual([(None, None)], entries(run, 'f'))

    def test_its_depth_is_where_it_is_resumed(self):
        run = AgentRun('def g():\n    yield 1\n    yield 2\ndef deep(n):\n'
                       '    return next(x) if not n else deep(n - 1)\n'
                       'x = g()\nnext(x)\ndeep(2)\n')
        self.assertEqual([('g', 4), ('g', 7)], [d for d in run.depths() if d[0] == 'g'][:2])

    def test_resumed_in_another_thread(self):
        run = AgentRun('import threading\ndef g():\n    yield 1\n    yield 2\n'
                       'x = g()\nnext(x)\n'
                       't = threading.Thread(target=next, args=(x,))\nt.start()\nt.join()\n')
        self.assertEqual([(0, 0, 0), (1, 0, 1)], [
            (event.thread, event.activation, event.resumed) for event in run.events()
            if event.kind == 'call' and event.function == 'g'][:2])

    def test_what_it_does_in_turns_in_two_threads_is_in_its_order(self):
        run = AgentRun('import threading\ndef g():\n    while True:\n        yield 1\n        yield 2\n'
                       '        yield 3\nx = g()\n'
                       'for _ in range(4):\n    next(x)\n'
                       '    t = threading.Thread(target=next, args=(x,))\n    t.start()\n    t.join()\n')
        went_on = [event for event in run.events() if event.kind == 'call' and event.function == 'g'][:8]
        self.assertEqual([0, 1, 0, 2, 0, 3, 0, 4], [event.thread for event in went_on])
        self.assertEqual([2, 4, 5, 6, 4, 5, 6, 4], [event.lineno for event in went_on])
        self.assertEqual({0}, {event.activation for event in went_on})

    def test_no_number_of_another_thread_is_used_again(self):
        """The events of the frame that is gone may be written after those of its successor."""
        run = AgentRun('import threading\ndef g():\n    yield 1\ndef run():\n    for _ in range(3):\n        list(g())\n'
                       'run()\nt = threading.Thread(target=run)\nt.start()\nt.join()\nrun()\n')
        numbers = {event.thread: set() for event in run.events()}
        for event in run.events():
            if event.kind == 'call' and event.function == 'g':
                numbers[event.thread].add(event.activation)
        self.assertTrue(numbers[0] and numbers[1])
        self.assertEqual(set(), numbers[0] & numbers[1])
        self.assertLess(len(numbers[0] | numbers[1]), 12)  # but its own

    def test_throw_and_close(self):
        run = AgentRun('def g():\n    try:\n        yield 1\n    except KeyError:\n        yield 2\n'
                       'x = g()\nnext(x)\nx.throw(KeyError)\nx.close()\n')
        self.assertEqual([(0, 0), (0, 1), (0, 1)], entries(run, 'g'))
        shown = [text for text in run.shown('g') if not text.startswith('line')]
        self.assertEqual(['call 1', 'return 3', 'call 3', 'exception 3', 'return 5',
                          'call 5', 'exception 5', 'return 5'], shown)

    def test_thrown_into_it_is_as_deep_as_before(self):
        run = AgentRun('def inner():\n    yield 1\ndef outer():\n    yield from inner()\n'
                       'def main(x):\n    next(x)\n    try:\n        x.throw(KeyError)\n'
                       '    except KeyError:\n        pass\nmain(outer())\n')
        # up to 3.8 CPython enters it from the function that throws (bpo-29590)
        thrown_into = 6 if sys.version_info >= (3, 9) else 5
        self.assertEqual([('main', 4), ('outer', 5), ('inner', 6), ('inner', thrown_into)], run.depths()[:4])

    def test_thrown_into_from_deeper_than_it_ran(self):
        run = AgentRun('def inner():\n    try:\n        yield 1\n    except KeyError:\n        yield 2\n'
                       'def outer():\n    yield from inner()\n'
                       'def throw(g):\n    g.throw(KeyError)\n    return 1\n'
                       'def above(g):\n    return throw(g)\n'
                       'def top(g):\n    return above(g)\n'
                       'x = outer()\nnext(x)\ntop(x)\n')
        returns = [event.function for event in run.events() if event.kind == 'return']
        self.assertEqual(['inner', 'throw', 'above', 'top', '<module>'], returns[2:7])
        self.assertEqual([], run.open_frames)

    def test_many_use_few_numbers(self):
        run = AgentRun('def g():\n    yield 1\nfor i in range(2000):\n    list(g())\n')
        self.assertLess(max(number for number, _resumed in entries(run, 'g')), 10)
        self.assertEqual(2000, [resumed for _number, resumed in entries(run, 'g')].count(0))

    def test_coroutines(self):
        run = AgentRun('async def inner():\n    return 1\n'
                       'class Once:\n    def __await__(self):\n        yield\n'
                       'async def outer():\n    await Once()\n    return await inner()\n'
                       'c = outer()\nc.send(None)\ntry:\n    c.send(None)\nexcept StopIteration:\n'
                       '    pass\n')
        (first, fresh), (again, resumed) = entries(run, 'outer')
        self.assertEqual((first, 0, 1), (again, fresh, resumed))
        self.assertEqual([0], [resumed for _number, resumed in entries(run, 'inner')])
        self.assertEqual([0, 1], [resumed for _number, resumed in entries(run, '__await__')])

    def test_wanted_only_where_it_stands_deep_enough(self):
        run = AgentRun('def g():\n    yield 1\n    yield 2\n    yield 3\ndef deep():\n'
                       '    return next(x)\nx = g()\nnext(x)\ndeep()\nnext(x)\n', cutoff=4)
        self.assertEqual(['call 2', 'line 3', 'return 3'], run.shown('g'))
        self.assertEqual([], run.open_frames)
