"""The program's own tracer sees what it sees in a plain run, and the trace says what it missed."""

import sys
import unittest

from agent_run import AgentRun, PlainRun

TRACER = '''
import sys
seen = []
def tracer(frame, event, arg):
    seen.append((frame.f_code.co_name, event, frame.f_lineno))
    return tracer
def leaf(n):
    return n
'''
HAND_OVER = TRACER + '''
def main():
    leaf(1)
    sys.settrace(tracer)
    leaf(2)
    sys.settrace(None)
    leaf(3)
main()
leaf(4)
print(seen)
'''


class Compared(unittest.TestCase):
    def as_plain(self, text, stdin=b'', **recording):
        """The run, whose program must have written and returned what the plain one does."""
        traced, plain = AgentRun(text, stdin=stdin, **recording), PlainRun(text, stdin=stdin)
        self.assertEqual(self.seen(plain), self.seen(traced))
        self.assertEqual([], traced.of_kind('trouble'))
        return traced

    @staticmethod
    def seen(run):
        return (run.status,) + tuple(
            text.replace(run.directory.encode(), b'') for text in (run.stdout, run.stderr))

    def reasons(self, run):
        return [record['reason'] for record in run.of_kind('blind')]

    def times(self, run, function='leaf'):
        """How often a function was recorded."""
        return run.calls().count(function)


class TurnsTest(Compared):
    def test_nobody_traces_at_the_start(self):
        run = self.as_plain('import sys\ndef f(): print(sys.gettrace(), sys.getprofile())\nf()\n'
                            'print(sys.settrace.__name__)\n')
        self.assertEqual(b'None None\nsettrace\n', run.stdout)

    def test_a_tracer_is_set_and_cleared(self):
        run = self.as_plain(HAND_OVER)
        self.assertEqual(['program_tracer'], self.reasons(run))
        self.assertEqual(3, self.times(run))
        self.assertEqual(['call 10', 'line 11', 'line 12', 'line 15', 'return 15'],
                         run.shown('main'))
        self.assertEqual([], run.open_frames)

    def test_a_stack_record_follows_the_blind_one(self):
        run = self.as_plain(HAND_OVER)
        kinds = [record['record'] for record in run.records]
        self.assertEqual('stack', kinds[kinds.index('blind') + 1])
        names = {record['code']: record['function'] for record in run.of_kind('code')}
        frames = run.of_kind('stack')[0]['frames']
        self.assertEqual([('<module>', 3, 0), ('main', 4, 1)],
                         [(names[frame[0]], frame[1], frame[2]) for frame in frames])
        blind = run.of_kind('blind')[0]
        self.assertLessEqual(blind['from_ns'], blind['to_ns'])
        after = run.records[run.records.index(blind):]
        batch = next(record for record in after if record['record'] == 'events')
        self.assertLessEqual(blind['to_ns'], batch['time_ns'])

    def test_clearing_what_is_not_set_changes_nothing(self):
        run = self.as_plain(TRACER + 'leaf(1)\nsys.settrace(None)\nleaf(2)\nprint(sys.gettrace())\n')
        self.assertEqual([], self.reasons(run))
        self.assertEqual(2, self.times(run))

    def test_a_tracer_that_stays_to_the_end(self):
        run = AgentRun(TRACER + 'leaf(1)\nsys.settrace(tracer)\nleaf(2)\n')
        self.assertEqual(['program_tracer'], self.reasons(run))
        self.assertEqual(1, self.times(run))

    def test_a_tracer_that_is_set_again_and_again(self):
        run = self.as_plain(TRACER + '''
def once():
    sys.settrace(tracer)
    leaf(1)
    sys.settrace(None)
for i in range(20):
    once()
    leaf(i)
print(seen)
''')
        self.assertEqual(['program_tracer'] * 20, self.reasons(run))
        self.assertEqual(20, self.times(run))

    def test_a_tracer_replaces_a_tracer(self):
        run = self.as_plain(TRACER + '''
def other(frame, event, arg):
    seen.append('other')
sys.settrace(tracer)
before = sys.gettrace()
sys.settrace(other)
leaf(1)
sys.settrace(before)
leaf(2)
sys.settrace(None)
leaf(3)
print(seen, before is tracer)
''')
        self.assertEqual(1, self.times(run))

    def test_a_tracer_that_raises_is_switched_off_and_ours_goes_on(self):
        run = self.as_plain('''
import sys
def tracer(frame, event, arg):
    raise KeyError(1)
def leaf(n): return n
sys.settrace(tracer)
try:
    leaf(1)
except KeyError:
    print(sys.gettrace())
leaf(2)
''')
        self.assertEqual(1, self.times(run))

    def test_in_a_thread_of_its_own(self):
        run = self.as_plain(TRACER + '''
import threading
def work():
    sys.settrace(tracer)
    leaf(1)
    sys.settrace(None)
    leaf(2)
t = threading.Thread(target=work); t.start(); t.join()
leaf(3)
print(seen.count(('leaf', 'call', 7)))
''')
        self.assertEqual([1], [record['thread'] for record in run.of_kind('blind')])
        self.assertEqual(['work', 'leaf'], run.calls(1))
        self.assertEqual(['leaf'], run.calls(0))

    def test_a_tracer_in_one_thread_hides_nothing_of_another(self):
        run = self.as_plain(TRACER + '''
import threading
def work():
    for i in range(100): leaf(i)
sys.settrace(tracer)
t = threading.Thread(target=work); t.start(); t.join()
sys.settrace(None)
''')
        self.assertEqual(['work'] + ['leaf'] * 100, run.calls(1))

    @unittest.skipUnless(hasattr(sys, 'monitoring'), 'nothing reports a call of settrace in another thread')
    def test_a_tracer_in_one_thread_beside_that_of_another(self):
        run = self.as_plain(TRACER + '''
import threading
def work(function):
    leaf(1)
    sys.settrace(function)
    leaf(2)
    sys.settrace(None)
    leaf(3)
def started(function):
    t = threading.Thread(target=work, args=(function,)); t.start(); t.join()
sys.settrace(lambda frame, event, arg: None)
started(tracer)
started(None)
sys.settrace(None)
print(len(seen))
''')
        self.assertEqual(['work', 'leaf', 'leaf'], run.calls(1))
        self.assertEqual(['work', 'leaf', 'leaf', 'leaf'], run.calls(2))
        self.assertEqual([1, 2, 2, 0], [record['thread'] for record in run.of_kind('blind')])

    @unittest.skipUnless(hasattr(sys, '_settraceallthreads'), 'it is of 3.12')
    def test_a_tracer_in_all_threads(self):
        run = self.as_plain(TRACER + '''
import threading
begun, ended = threading.Event(), threading.Event()
def work():
    leaf(1)
    begun.set()
    ended.wait()
    leaf(2)
t = threading.Thread(target=work); t.start()
begun.wait()
leaf(3)
threading.settrace_all_threads(lambda frame, event, arg: None)
leaf(4)
threading.settrace_all_threads(None)
leaf(5)
ended.set()
t.join()
''')
        self.assertEqual([['leaf', 'leaf'], ['work', 'leaf', 'leaf']], [run.calls(0), run.calls(1)])
        self.assertEqual(['program_tracer'] * 2, self.reasons(run))

    def test_a_thread_that_ends_with_its_tracer(self):
        run = self.as_plain(TRACER + '''
import threading
def started(function, *args):
    t = threading.Thread(target=function, args=args); t.start(); t.join()
started(lambda: sys.settrace(tracer))
started(leaf, 1)
sys.settrace(lambda frame, event, arg: None)
leaf(2)
sys.settrace(None)
leaf(3)
''')
        self.assertEqual([['leaf'], ['leaf']], [run.calls(2), run.calls(0)[-1:]])
        self.assertEqual([1, 0], [record['thread'] for record in run.of_kind('blind')])

    def test_wrong_arguments(self):
        self.as_plain('''
import sys
for arguments in ((), (1, 2)):
    try:
        sys.settrace(*arguments)
    except TypeError as error:
        print('refused')
try:
    sys.gettrace(1)
except TypeError as error:
    print('refused')
''')


# Notes what a trace function sees of a program outside of the gaps that the program's tracers make.
ORACLE = """
import sys
settrace, tracers, seen = sys.settrace, [None], []
def note(frame, event, arg):
    code = frame.f_code
    if code.co_filename == 'program':
        if tracers[-1] is None and code.co_name != '<module>':
            seen.append('%%s %%s %%s' %% (code.co_name, event, frame.f_lineno))
        return note
sys.settrace, sys.gettrace = tracers.append, lambda: tracers[-1]
code = compile(%r, 'program', 'exec')
settrace(note)
exec(code, {'__name__': '__main__'})
settrace(None)
sys.stdout.write('\\n'.join(seen))
"""
WAYS = '''
import contextlib, functools, sys
def tracer(frame, event, arg):
    return tracer
def clear():
    sys.settrace(None)
    cleared = 1
def begin():
    sys.settrace(tracer)
    begun = 1
@contextlib.contextmanager
def tracing():
    sys.settrace(tracer)
    try:
        yield
    finally:
        sys.settrace(None)
class Tracing:
    def __enter__(self):
        sys.settrace(tracer)
    def __exit__(self, *more):
        sys.settrace(None)
        left = 1
def quiet(function):
    old = sys.gettrace()
    sys.settrace(tracer)
    try:
        return function()
    finally:
        sys.settrace(old)
'''
WAY = '''
def main_%d():
%s
    last = 1
def caller_%d():
    main_%d()
    after = 1
    return after
caller_%d()
'''
# How a tracer goes -> the body of a function in which it does. One program has them all.
GOING = {
    'where it was set': """
    sys.settrace(tracer)
    a = 1
    sys.settrace(None)
    b = 2""",
    'on the line on which it was set': """
    sys.settrace(tracer); sys.settrace(None); a = 1
    b = 2""",
    'in a callee': """
    sys.settrace(tracer)
    clear()""",
    'in the caller': """
    begin()
    a = 1
    sys.settrace(None)""",
    'between two other functions': """
    begin()
    clear()""",
    'at the end of a with block': """
    with Tracing():
        a = 1
    b = 2""",
    'at the end of a generator behind a with block': """
    with tracing():
        a = 1
    b = 2""",
    'in a finally clause': """
    try:
        sys.settrace(tracer)
        a = 1
    finally:
        sys.settrace(None)
        b = 2""",
    'while an exception passes': """
    try:
        try:
            sys.settrace(tracer)
            1 / 0
        finally:
            clear()
    except ZeroDivisionError:
        a = 1""",
    'where the former one is put back': """
    quiet(clear)
    quiet(lambda: quiet(int))
    a = 1""",
    'in a loop': """
    for i in range(3):
        sys.settrace(tracer)
        a = i
        sys.settrace(None)
        b = i""",
    'in a generator': """
    def generate():
        sys.settrace(tracer)
        yield 1
        sys.settrace(None)
        yield 2
        a = 1
    for i in generate():
        b = i""",
    'by functions of C': """
    functools.partial(sys.settrace, tracer)()
    a = 1
    sys.settrace(*[None])""",
}

# How a tracer goes while it is called, or unseen -> the body of a function in which it does.
UNSEEN = {
    'at a line': """
    def once(frame, event, arg):
        if event == 'line':
            sys.settrace(None)
        return once
    sys.settrace(once)
    (lambda: 1)()""",
    'at the return of a callee': """
    def until_return(frame, event, arg):
        if event == 'return':
            sys.settrace(None)
        return until_return
    sys.settrace(until_return)
    (lambda: 1)()""",
    'with an exception of its own': """
    def broken(frame, event, arg):
        raise KeyError(1)
    sys.settrace(broken)
    try:
        (lambda: 1)()
    except KeyError:
        a = 1""",
    'at the continue of a debugger': """
    import pdb
    pdb.Pdb(nosigint=True, readrc=False).set_trace()
    a = 1""",
    'in a frame that it is kept in': """
    frame = sys._getframe()
    frame.f_trace = tracer
    sys.settrace(tracer)
    sys.settrace(None)""",
    'in a generator': """
    def once(frame, event, arg):
        if event == 'return':
            sys.settrace(None)
        return once
    def generate():
        yield 1
        yield 2
    for i in generate():
        sys.settrace(once)""",
}


def program(ways):
    """The text of a program in which a tracer goes in all of these ways."""
    return WAYS + ''.join(WAY % (number, body, number, number, number) for number, body in enumerate(ways.values()))


def by_way(events):
    """Lists of events: those before all ways, and for each way those from the call of its caller."""
    found = [[]]
    for event in events:
        if event.startswith('caller_') and ' call ' in event:
            found.append([])
        found[-1].append(event)
    return found


class GapTest(Compared):
    def test_its_callers_go_on_where_the_tracer_goes_unseen(self):
        text = program(UNSEEN)
        run = self.as_plain(text, stdin=b'next\ncontinue\n')
        for number, way in enumerate(UNSEEN):
            with self.subTest(way):
                after = text[:text.index('    main_%d()' % number)].count('\n') + 2
                self.assertEqual(
                    ['line %d' % after, 'line %d' % (after + 1), 'return %d' % (after + 1)],
                    run.shown('caller_%d' % number)[-3:])
        self.assertEqual([], run.open_frames)

    def test_events_go_on_where_the_tracer_goes(self):
        text = program(GOING)
        run = self.as_plain(text)
        expected = by_way(PlainRun(ORACLE % text).stdout.decode().splitlines())
        recorded = by_way('%s %s %s' % (event.function, event.kind, event.lineno)
                          for event in run.events() if event.function != '<module>')
        self.assertEqual(len(GOING) + 1, len(expected))
        for number, way in enumerate(['before', *GOING]):
            with self.subTest(way):
                self.assertEqual(expected[number], recorded[number])
        self.assertEqual([], run.open_frames)


class FrameTracerTest(Compared):
    """f_trace set by hand calls nothing in a plain run, as long as no tracer is set."""

    def test_by_a_function_of_its_own_frame(self):
        run = self.as_plain(TRACER + '''
def hand():
    frame = sys._getframe()
    frame.f_trace = tracer
    leaf(1)
    return frame.f_trace is tracer
print(hand(), seen)
leaf(2)
''')
        self.assertEqual(['frame_tracer'], self.reasons(run))
        self.assertEqual(b'True []\n', run.stdout)

    def test_by_a_function_for_its_caller(self):
        run = self.as_plain(TRACER + '''
def set_for(frame):
    frame.f_trace = tracer
def main():
    set_for(sys._getframe())
    leaf(1)
    leaf(2)
main()
leaf(3)
print(seen)
''')
        self.assertEqual(b'[]\n', run.stdout)
        self.assertEqual(3, self.times(run))
        self.assertEqual(['frame_tracer'], self.reasons(run))

    def test_set_unseen_it_is_not_hashed_or_compared(self):
        run = self.as_plain(TRACER + '''
class Odd:
    def __hash__(self):
        raise ValueError('hashed')
    def __eq__(self, other):
        raise ValueError('compared')
    def __call__(self, *given):
        return self
def main(**more):
    for name in more:
        setattr(sys._getframe(), name, more[name])
    return leaf(1), leaf(2)
print(main(), main(), main(f_trace=Odd()), main())
''')
        self.assertEqual(8, self.times(run))
        self.assertEqual([], self.reasons(run))

    def test_it_awakes_when_a_tracer_is_set(self):
        self.as_plain(TRACER + '''
def set_for(frame):
    frame.f_trace = tracer
def main():
    set_for(sys._getframe())
    leaf(1)
    sys.settrace(tracer)
    leaf(2)
    sys.settrace(None)
    leaf(3)
main()
print(seen)
''')

    def test_reading_it_shows_nothing_of_ours(self):
        run = self.as_plain('''
import sys
def show():
    frame = sys._getframe()
    while frame is not None:
        if 'program.py' in frame.f_code.co_filename:
            print(frame.f_code.co_name, frame.f_trace)
        frame = frame.f_back
def main(): show()
main()
''')
        self.assertEqual(b'show None\nmain None\n<module> None\n', run.stdout)


class NeighboursTest(Compared):
    def test_pdb(self):
        run = self.as_plain('''
import pdb
def leaf(n):
    m = n + 1
    return m
def main():
    leaf(1)
    pdb.Pdb(nosigint=True, readrc=False).set_trace()
    leaf(2)
    leaf(3)
main()
leaf(4)
''', stdin=b'next\nstep\nstep\nnext\np m\ncontinue\n')
        self.assertIn(b'-> m = n + 1', run.stdout)
        self.assertEqual('program_tracer', self.reasons(run)[0])
        self.assertGreaterEqual(self.times(run), 1)

    def test_opcodes_of_the_program(self):
        run = self.as_plain(TRACER + '''
def begin():
    frame = sys._getframe(1)
    frame.f_trace = tracer
    try:
        frame.f_trace_opcodes = True
    except AttributeError:
        pass
    sys.settrace(tracer)
def main():
    leaf(1)
    begin()
    x = 2
    sys.settrace(None)
main()
leaf(2)
print(seen)
''')
        self.assertEqual(sys.version_info >= (3, 7), b"('main', 'opcode', 20)" in run.stdout)
        self.assertEqual(2, self.times(run))

    def test_opcodes_in_each_turn(self):
        text = TRACER + '''
def opcodes(frame, event, arg):
    try:
        frame.f_trace_opcodes = True
    except AttributeError:
        pass
    return tracer(frame, event, arg) and opcodes
def begin():
    frame = sys._getframe(1)
    frame.f_trace = opcodes
    opcodes(frame, 'begin', None)
    sys.settrace(opcodes)
def main(i):
    leaf(i)
    sys.settrace(opcodes)
    leaf(i)
    sys.settrace(None)
    leaf(i)
    begin()
    leaf(i)
    sys.settrace(None)
for i in range(3):
    main(i)
print(seen)
'''
        recorded = [['line']]
        if sys.version_info[:2] != (3, 12):  # no opcodes there until a frame has asked once (gh-103615)
            recorded.append(['line', 'opcode'])
        for events in recorded:
            with self.subTest(events):
                run = self.as_plain(text, events=events)
                self.assertEqual(['program_tracer'] * 6, [
                    reason for reason in self.reasons(run) if reason != 'frame_tracer'])
                self.assertEqual(6, self.times(run))

    def test_profile_functions_are_the_programs(self):
        run = self.as_plain('''
import sys
seen = []
def profiler(frame, event, arg):
    seen.append((event, frame.f_code.co_name))
def leaf(n):
    return len('a' * n)
def main():
    sys.setprofile(profiler)
    leaf(1)
    leaf(2)
    sys.setprofile(None)
main()
print(seen, sys.getprofile())
''')
        self.assertEqual(['main', 'leaf', 'leaf'], [
            name for name in run.calls() if name != 'profiler'])
        self.assertEqual([], self.reasons(run))

    def test_a_tracer_beside_a_profiler(self):
        run = self.as_plain(TRACER + '''
def profiler(frame, event, arg):
    pass
def main():
    sys.setprofile(profiler)
    sys.settrace(tracer)
    leaf(2)
    sys.settrace(None)
    sys.setprofile(None)
main()
print(seen)
''')
        self.assertEqual(['program_tracer'], self.reasons(run))
