# once: each run names its engine
"""The trace functions in C keep nothing of an event that is written: no object, and no reference to one."""

import glob
import os
import unittest

from agent_run import AGENT, AgentRun

HEAD = '''
import functools, gc, sys
def plain(n):
    return n
def numbers(n):
    for i in range(n):
        yield plain(i)
def delegating(n):
    yield from numbers(n)
async def waits(n):
    return [i async for i in several(n)]
async def several(n):
    for i in range(n):
        yield i
def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
def fails(n, error):
    if n:
        fails(n - 1, error)
    raise error
def catches(error):
    try:
        fails(3, error)
    except ValueError:
        error.__traceback__ = None
def local_names(n):
    text, pair, name = str(n), (n, n), {'key': [n]}
    name['key'].append(text)
    return pair
def thrown(error):
    generator = numbers(3)
    next(generator)
    try:
        generator.throw(error)
    except ValueError:
        error.__traceback__ = None
ERROR, GIVEN = ValueError('kept'), object()
def held():
    """References that there are to what the trace functions meet."""
    objects = [GIVEN, ERROR, StopIteration, ValueError, plain.__code__, numbers.__code__, plain, sys._getframe().f_trace, 'call']
    return [sys.getrefcount(one) for one in objects]
'''
ROUNDS = 300  # times that a step is taken between two looks: one object that is kept of each is seen
STEPS = [
    'plain(GIVEN)', 'list(numbers(3))', 'list(delegating(3))', 'run(waits(3))', 'catches(ERROR)', 'thrown(ERROR)',
    'local_names(1)', 'sorted([3, 1, 2], key=plain)', 'functools.partial(plain, GIVEN)()', 'next(delegating(2))',
    'functools.lru_cache()(plain)(0)']
TAIL = '''
def looked():
    gc.collect()
    return [sys.getallocatedblocks()] + held()
def kept(step):
    step()
    found = []
    for _ in range(8):
        found.append(looked())
        for _ in range(ROUNDS):
            step()
    return [min(later - earlier for earlier, later in zip(each, each[1:])) for each in zip(*found)]
'''
RECORDINGS = [{}, {'values': ['args', 'locals', 'return']}, {'line_times': True}, {'events': ['exception']}]


@unittest.skipUnless(glob.glob(os.path.join(AGENT, 'native', '*.so')), 'the recorder in C is not built')
class LeaksTest(unittest.TestCase):
    def test_nothing_is_kept(self):
        text = HEAD + 'ROUNDS = %d\n' % ROUNDS + TAIL + ''.join(
            'print(%r, kept(lambda: %s), sep="|")\n' % (step, step) for step in STEPS)
        for recording in RECORDINGS:
            run = AgentRun(text, recorder='native', reads_events=False, **recording)
            self.assertEqual((0, b''), (run.status, run.stderr))
            for line in run.stdout.decode().splitlines():
                step, _, kept = line.partition('|')
                with self.subTest(step, **recording):
                    # tables may grow once, and a thousand texts may wait, of which seven times fewer come each time
                    self.assertLess(max(eval(kept)), ROUNDS // 2, kept)
            self.assertEqual(len(STEPS), run.stdout.count(b'\n'))


if __name__ == '__main__':
    unittest.main()
