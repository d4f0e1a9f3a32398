"""Where fewer kinds of events are asked for, what is there is the same."""

import unittest

from agent_run import AgentRun

PROGRAM = '''
import threading
def fails(n):
    if n == 2:
        raise ValueError(n)
    return n
def tries(n):
    try:
        return fails(n)
    except ValueError:
        return None
def values():
    try:
        yield tries(1)
        yield tries(2)
    finally:
        fails(0)
def deep(n):
    return deep(n - 1) if n else fails(2)
def callback(n):
    return list(map(fails, [n]))
def inner():
    try:
        yield tries(2)
    except KeyError:
        yield fails(1)
    yield tries(2)
    fails(2)
def outer():
    try:
        yield from inner()
    except ValueError:
        tries(2)
    yield fails(2)
def deeper(function, *arguments):
    return function(*arguments)
async def one(n):
    return fails(n)
async def several():
    await one(1)
    try:
        await one(2)
    except ValueError:
        tries(2)
    return await one(3)
def chains():
    for steps in range(5):
        generator = outer()
        try:
            next(generator)
            for step in range(steps):
                deeper(next, generator)
            deeper(deeper, generator.throw, KeyError)
            next(generator)
            deeper(next, generator)
        except (KeyError, ValueError):
            tries(2)
        del generator
    try:
        several().send(None)
    except StopIteration:
        pass
def main():
    chains()
    for n in range(4):
        tries(n)
    for value in values():
        tries(2)
    try:
        deep(5)
    except ValueError:
        tries(2)
    try:
        callback(2)
    except ValueError:
        pass
    generator = values()
    next(generator)
    try:
        generator.throw(KeyError)
    except KeyError:
        tries(2)
main()
thread = threading.Thread(target=tries, args=(2,))
thread.start()
thread.join()
tries(2)
'''
EVERYTHING = ['call', 'line', 'return', 'exception']


def events(run, kinds):
    """Those of each thread; batches of different threads come in any order."""
    return [[event[:5] + (event.more if event.kind == 'exception' else None,)
             for event in run.events(thread) if event.kind in kinds] for thread in (0, 1)]


class FewerEventsTest(unittest.TestCase):
    def same(self, kinds, **more):
        run = AgentRun(PROGRAM, events=kinds, **more)
        self.assertEqual(events(AgentRun(PROGRAM, events=EVERYTHING, **more), kinds), events(run, kinds))
        self.assertEqual([], run.open_frames)
        self.assertEqual(run.counted(), run.end['events'])
        return run

    def test_calls_and_returns(self):
        run = self.same(['call', 'return'])
        self.assertEqual(0, run.end['events']['line'])

    def test_exceptions_alone(self):
        run = self.same(['exception'])
        whole = AgentRun(PROGRAM, events=EVERYTHING)
        self.assertLess(run.end['events']['call'], whole.end['events']['call'])
        self.assertLess(run.end['events']['return'], whole.end['events']['return'])

    def test_exceptions_below_a_cutoff(self):
        for cutoff in 4, 5, 6:
            self.same(['exception'], cutoff=cutoff)

    def test_no_call_is_written_where_nothing_is_raised(self):
        run = AgentRun('def f(): pass\nfor _ in range(100): f()\n', events=['exception'])
        self.assertEqual([], run.calls())


if __name__ == '__main__':
    unittest.main()
