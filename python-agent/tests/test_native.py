# once: the environment chooses no engine here
"""The trace functions in C record what those in Python do."""

import os
import random
import tempfile
import unittest

from agent_run import AGENT, EVERYTHING, AgentRun

from _leadline import native

LIBRARY = '''
def call(n, function):
    return call(n - 1, function) if n > 1 else function()
def delegate(n, values):
    yield from delegate(n - 1, values) if n > 1 else values
'''
GENERATORS = '''
def leaf(n):
    while True:
        try:
            n = (yield n) or plain(n)
        except ValueError:
            n = plain(-1)
def chain(n):
    try:
        return (yield from chain(n - 1) if n else leaf(0))
    except KeyError:
        yield plain(n)
def plain(n):
    return n
def deep(n, function, *given):
    plain(n)
    return deep(n - 1, function, *given) if n else function(*given)
generators = [chain(n) for n in range(4)] + [leaf(n) for n in range(3)]
for generator in generators:
    deep(2, next, generator)
for turn in range(12):
    for n, generator in enumerate(generators):
        how = [generator.send, generator.throw, next, generator.throw][(turn + n) % 4]
        given = [turn, ValueError('v'), generator, KeyError('k') if turn > 6 else ValueError('v')][(turn + n) % 4]
        try:
            deep((turn * 7 + n * 3) % 11, how, given)
        except (StopIteration, KeyError, ValueError):
            pass
for n, generator in enumerate(generators):
    deep(n, generator.close)
'''
SHORT_LIVED = '''
def numbers(n):
    for i in range(n):
        yield i
def delegating(n):
    yield from numbers(n)
for i in range(60):
    sum(numbers(i % 3)), sum(x for x in delegating(i % 4))
    next(numbers(2)), next(delegating(2))
'''
COROUTINES = '''
import asyncio
async def steps(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        await asyncio.sleep(0)
async def fails(n):
    await asyncio.sleep(0)
    if n % 3 == 0:
        raise ValueError(n)
    return n
async def tries(n):
    try:
        return await fails(n)
    except ValueError:
        return await fails(n + 1)
async def work(n):
    async for i in steps(n):
        await tries(i)
    async for i in steps(n):
        break
async def wait():
    try:
        await asyncio.sleep(100)
    finally:
        await asyncio.sleep(0)
async def main():
    waiting = asyncio.ensure_future(wait())
    for task in [asyncio.ensure_future(work(i)) for i in range(5)]:
        await task
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        pass
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
'''
THREADS = '''
import threading
def inner():
    for i in range(20):
        try:
            yield i
        except KeyError:
            pass
def outer():
    yield from inner()
    yield from inner()
def step(n, function, *given):
    return step(n - 1, function, *given) if n else function(*given)
generator = outer()
step(1, next, generator)
for i in range(12):
    how = (generator.throw, KeyError('k')) if i % 3 == 1 else (next, generator)
    thread = threading.Thread(target=step, args=(i % 4,) + how)
    thread.start()
    thread.join()
    step(i % 7, next, generator)
generator.close()
'''
THROUGH_LIBRARIES = '''
import functools, re, library
def leaf():
    return 1
def numbers():
    for i in range(3):
        yield leaf()
def delegating():
    yield from numbers()
def use_all():
    list(library.delegate(3, delegating()))
for turn in range(3):
    for n in list(range(1, 6)) + [62, 63, 64, 65, 70]:
        library.call(n, leaf)
        library.call(n, lambda: library.call(1, leaf))
        library.call(n, use_all)
        one = delegating()
        for i in range(3):
            library.call(n + i, lambda: next(one))
    re.sub('a', lambda _: str(leaf()), 'banana')
    sorted(numbers(), key=lambda _: leaf())
    functools.reduce(lambda a, b: a + b, map(abs, numbers()))
'''
OWN_TRACER = '''
import sys
def plain(n):
    return n
def numbers():
    for i in range(4):
        yield plain(i)
def delegating():
    yield from numbers()
def deep(n, function, *given):
    return deep(n - 1, function, *given) if n else function(*given)
def tracer(frame, event, arg):
    return tracer
for turn in range(4):
    generators = [delegating() for i in range(4)]
    for generator in generators:
        deep(1, next, generator)
    sys.settrace(tracer)
    next(generators[0]), list(generators[1]), generators[2].close()
    sys.settrace(None)
    list(delegating())
    for n, generator in enumerate(generators):
        deep(n, list, generator)
'''
CODE_OBJECTS = '''
for i in range(100):
    names = {}
    exec('def f(x):\\n    return x + %d\\ndef g(x):\\n    yield f(x)\\n    yield x' % i, names)
    list(names['g'](names['f'](i))), list(names['g'](i))
    plain = lambda x: x
    plain(plain(i))
    del names, plain
'''
ENDS_OF_ITERATION = '''
class End(StopIteration):
    pass
def returns(n):
    yield n
    return n
def iterations(n):
    for i in iter(range(n).__iter__().__next__, None):
        pass
def ends(function, *given):
    for turn in range(3):
        try:
            function(*given)
        except (StopIteration, RuntimeError, TypeError):
            pass
def raises(end):
    raise end
for turn in range(4):
    one = returns(turn)
    ends(next, one)
    ends(next, iter([]))
    ends(iterations, turn)
    for end in StopIteration, StopIteration(), StopIteration(1), End, End(2), StopIteration(1, 2):
        ends(raises, end)
        ends(list, (raises(end) for _ in range(2)))
    ends(lambda: [x for x in (y for y in turn)])
'''
EXCEPTIONS = '''
class Text(str):
    def __str__(self):
        raise SystemError
class Other(ValueError):
    def __str__(self):
        raise SystemError
def raises(fault):
    try:
        raise fault
    except BaseException:
        pass
texts = ['', 'plain', "it's", 'n' * 198, 'n' * 199, 'a "quoted" one', 'back\\\\slash', 'two\\nlines', 'caf\\u00e9', '\\udcff', '\\x7f~', 'n' * 200, 'n' * 201, Text('own')]
others = [5, -(1 << 63), 1 << 63, True, False, None, 1.5, (), [1], {}, set(), type, Other()]
kinds = StopIteration, StopAsyncIteration, AttributeError, KeyError, IndexError, ValueError, TypeError, RuntimeError, AssertionError
for kind in kinds + (EOFError, GeneratorExit, OSError, SyntaxError, Other):
    for given in [(), ('two', 'of them')] + [(other,) for other in others] + [(text,) for text in texts]:
        raises(kind(*given))
    raises(kind)
    fault = kind('one')
    fault.args = fault.args, 1
    raises(fault)
'''
VARIABLES = '''
def f():
    seen = locals()
    later = 1
    return sorted(seen)
print(f())
'''
CALLS_OF_F_TRACE = '''
import sys
def call(function, *given):
    try:
        print(function(*given))
    except (AttributeError, TypeError) as fault:
        print(type(fault).__name__)
def plain(n):
    return n
def calls():
    plain(1)
    frame = sys._getframe()
    function = getattr(frame, 'f_' + 'trace')
    for given in (), (1,), (1, 2, 3), (frame, 'li'), (frame, 5, None), (bytes(99), 'line', None), (1, 2, 3, 4):
        call(function, *given)
    return plain(2)
for turn in range(3):
    calls()
'''
SIGNALS = '''
import _thread, functools, signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # it may be ignored where the tests were started
def waiting():
    try:
        yield 1
    except KeyboardInterrupt:
        yield 2
def last():
    return 3
def resume(before):
    generator = waiting()
    next(generator)
    calls = functools.partial(before), functools.partial(next, generator, None)
    return list(map(functools.partial.__call__, calls))
resume(int), resume(int)
print(resume(_thread.interrupt_main))
last()
'''
# One behind the other, in one process for each configuration. Generators that go on in another thread come first, since such
# a frame may have the number of one that ended there, and a tracer of the program's own comes last.
PROGRAMS = ''.join([
    THREADS, GENERATORS, SHORT_LIVED, COROUTINES, THROUGH_LIBRARIES, CODE_OBJECTS, ENDS_OF_ITERATION, EXCEPTIONS, OWN_TRACER])
CONFIGURATIONS = [
    {}, {'events': ['call', 'return']}, {'events': ['exception']}, {'cutoff': 4, 'levels': 3}, {'levels': 3},
    {'function': ['leaf', 'numbers', 'plain']}]


class NativeTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls._directory = tempfile.TemporaryDirectory()
        cls.packages = os.path.join(os.path.realpath(cls._directory.name), 'site-packages')
        os.mkdir(cls.packages)
        with open(os.path.join(cls.packages, 'library.py'), 'w') as stream:
            stream.write(LIBRARY)

    @classmethod
    def tearDownClass(cls):
        cls._directory.cleanup()

    def compare(self, text, **recording):
        runs = [AgentRun(text, timed=False, recorder=recorder, environment={'PYTHONPATH': self.packages}, **recording)
                for recorder in ('python', 'auto')]
        if runs[1].header['engine'] != 'native':
            self.skipTest('the trace functions in C are not there')
        in_python, in_c = (_seen(run) for run in runs)
        if in_python['events'] != in_c['events']:  # the first that differs says more than the whole lists do
            for position, event in enumerate(in_python['events']):
                self.assertEqual([event], in_c['events'][position:position + 1], 'event %d' % position)
        self.assertEqual(in_python, in_c)

    def test_records_the_same(self):
        for recording in CONFIGURATIONS:
            with self.subTest(**recording):
                self.compare(PROGRAMS, **recording)

    def test_a_delegating_generator_leaves_functions_beside_it_as_they_are(self):
        run = AgentRun(SHORT_LIVED, timed=False, recorder='auto')
        self.assertEqual([], run.of_kind('stack'))

    def test_variables_are_left_as_they_are(self):
        run = AgentRun(VARIABLES, recorder='auto')
        if run.header['engine'] != 'native':
            self.skipTest('the trace functions in C are not there')
        self.assertEqual(b'[]\n', run.stdout)

    def test_a_signal_handler_that_raises_where_a_generator_goes_on(self):
        run = AgentRun(SIGNALS, timed=False, recorder='auto')  # a pause between timed events is Python's, which it would meet
        if run.header['engine'] != 'native':
            self.skipTest('the trace functions in C are not there')
        if run.of_kind('blind'):
            self.skipTest('on this version it is raised amid the trace function')
        self.assertEqual((b'[None, 2]\n', b''), (run.stdout, run.stderr))
        self.assertIn('exception 6', run.shown('waiting'))
        self.assertEqual(['call 9', 'line 10', 'return 10'], run.shown('last'))
        self.assertEqual([], run.open_frames)

    def test_the_program_may_call_a_trace_function_with_anything(self):
        in_python, in_c = (AgentRun(CALLS_OF_F_TRACE, timed=False, recorder=recorder) for recorder in ('python', 'auto'))
        self.assertEqual(0, in_c.status)
        self.assertEqual((in_python.stdout, in_python.stderr), (in_c.stdout, in_c.stderr))

    def test_records_the_same_of_all_scopes(self):
        for name, text in [('generators', GENERATORS), ('short-lived generators', SHORT_LIVED)]:
            with self.subTest(program=name):
                self.compare(text, **EVERYTHING)


class FastLocalsTest(unittest.TestCase):
    @unittest.skipIf(native.load(AGENT), 'the trace functions in C are not there')
    def test_they_are_found_on_every_version(self):
        self.assertTrue(native.has_fast_locals)


class IdTableTest(unittest.TestCase):
    @unittest.skipIf(native.load(AGENT), 'the trace functions in C are not there')
    def test_it_has_what_a_dict_has(self):
        table, expected, chance = native.IdTable(), {}, random.Random(5)
        for _ in range(20000):
            key, value = 16 * chance.randrange(1, 3000), chance.random()
            if chance.random() < .5:
                table[key] = expected[key] = value
            elif chance.random() < .001:
                table.clear()
                expected.clear()
            else:
                table.pop(key, None)
                expected.pop(key, None)
            other = 16 * chance.randrange(1, 3000)
            self.assertEqual((expected.get(other), other in expected), (table.get(other), other in table))
        self.assertEqual(expected, {key: table[key] for key in expected})
        self.assertRaises(KeyError, lambda: table[8])


def _seen(run):
    """What both engines have to record, with the frames of generators numbered as they begin.

    A number is used again with the memory of a frame, so that it depends on where objects lie; also for a frame that
    begins in a gap, so that all are numbered anew behind one. Each thread writes when it has enough, so the order is
    that within a thread, and what a generator is called in one thread says nothing about another.
    """
    begun, threads, gaps = {}, {}, run.gaps
    for number, event in enumerate(run.events()):
        if number in gaps:
            begun.clear()
        here = threads.setdefault(event.thread, [])
        if event.activation is not None:
            frame = event.thread, event.activation
            if event.kind == 'call' and not event.resumed:
                begun[frame] = len(here)
            event = event._replace(activation=begun.setdefault(frame, len(here)))
        more = str(event.more).replace(run.directory, '') if event.kind == 'exception' else None
        here.append(event._replace(more=more))
    events = [event for thread in sorted(threads) for event in threads[thread]]
    stderr = run.stderr.replace(run.directory.encode(), b'')
    return {'events': events, 'status': run.status, 'stdout': run.stdout, 'stderr': stderr,
            'blind': [record['reason'] for record in run.of_kind('blind')],
            'trouble': run.of_kind('trouble')}


if __name__ == '__main__':
    unittest.main()
