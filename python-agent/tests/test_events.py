import sys
import unittest

from agent_run import EVERYTHING, AgentRun

# Each function says its own depth (by walking f_back) and level (by counting the user's frames).
MEASURES = '''
import functools, sys
def measured():
    depth, level, frame = 0, -1, sys._getframe(1)
    while frame is not None:
        depth += 1
        level += frame.f_code.co_filename == __file__
        frame = frame.f_back
    print(depth, level)
def direct(n):
    measured()
    if n:
        direct(n - 1)
class Hidden:
    def __lt__(self, other):
        measured()
        return True
@functools.lru_cache(None)
def cached(n):
    measured()
    return n and cached(n - 1)
def generator():
    measured()
    yield 1
    measured()
def resumes(g, n):
    return next(g, None) if n == 0 else resumes(g, n - 1)
def through_library():
    import heapq, textwrap
    class Words(textwrap.TextWrapper):
        def _split(self, text):
            measured()
            return text.split()
    Words().wrap('a b')
    sorted([Hidden(), Hidden()])
def called_back(match):
    measured()
    return ''
def through_library_again():
    import re
    for text in 'aa', 'a', 'aa':
        re.sub('a', called_back, text)
        sorted([Hidden(), Hidden()])
direct(3)
cached(2)
g = generator()
resumes(g, 0)
resumes(g, 5)
through_library()
through_library_again()
exec('direct(1)')
'''


class DepthTest(unittest.TestCase):
    def check(self, **recording):
        run = AgentRun(MEASURES, **recording)
        self.assertEqual(b'', run.stderr)
        said = [tuple(map(int, line.split())) for line in run.stdout.split(b'\n') if line]
        # measured() is called on the frame above the one that it measures
        seen = [(event.depth - 1, event.level - 1) for event in run.events()
                if event.kind == 'call' and event.function == 'measured']
        self.assertEqual(said, seen)
        self.assertEqual([], run.open_frames)

    def test_of_the_users_frames(self):
        self.check()

    def test_of_all_frames(self):
        self.check(**EVERYTHING)

    def test_where_some_frames_are_left_out(self):
        self.check(exclude=['*heapq*'], function=['measured', 'resumes'])

    def test_with_other_engines_of_the_same_speed_class_off(self):
        self.check(events=['call'])
        self.check(live=True)


class BaseTest(unittest.TestCase):
    def test_is_measured_and_is_three_under_the_agent(self):
        run = AgentRun('def f(): pass\nf()')
        self.assertEqual([3], [record['depth'] for record in run.of_kind('base')])

    def test_a_module_that_runs_again_has_its_base_again_where_it_is_structure_alone(self):
        text = "import sys\nif len(sys.argv) < 2:\n    sys.argv.append('')\n    exec(sys._getframe().f_code)\n"
        for cutoff, bases in (('auto', [3, 3]), (3, [3]), (9, [3, 3])):
            run = AgentRun(text, cutoff=cutoff)
            self.assertEqual(bases, [record['depth'] for record in run.of_kind('base')], cutoff)

    def test_module_is_left_to_its_call_and_return(self):
        run = AgentRun('x = 1\ndef f():\n    return 2\nf()\n')
        self.assertEqual(['call', 'return'], [e.kind for e in run.events() if e.function == '<module>'])
        self.assertEqual(['call 2', 'line 3', 'return 3'], run.shown('f'))

    def test_module_level_keeps_its_lines(self):
        run = AgentRun('x = 1\ny = 2\n', module_level=True)
        self.assertEqual(['line 1', 'line 2'], [s for s in run.shown('<module>') if 'line' in s])


NESTED = 'def a():\n    b()\ndef b():\n    c()\ndef c():\n    pass\na()\n'


class FilterTest(unittest.TestCase):
    def functions(self, text=NESTED, **recording):
        return AgentRun(text, **recording).calls()

    def test_cutoff(self):
        self.assertEqual(['a', 'b', 'c'], self.functions())
        self.assertEqual(['a', 'b', 'c'], self.functions(cutoff=3))
        self.assertEqual(['b', 'c'], self.functions(cutoff=4))
        self.assertEqual([], self.functions(cutoff=9))

    def test_levels(self):
        self.assertEqual(['a', 'b'], self.functions(levels=2))
        self.assertEqual([], self.functions(levels=0))
        self.assertEqual(['b'], self.functions(cutoff=4, levels=1))

    def test_levels_are_not_walked_below(self):
        deep = 'def f(n):\n    return n and f(n - 1)\nf(300)\n'
        self.assertEqual(['f', 'f'], self.functions(deep, levels=2))

    def test_globs(self):
        self.assertEqual(['a', 'c'], self.functions(function=['[ac]']))
        self.assertEqual([], self.functions(exclude=['program.py']))
        self.assertEqual(['a', 'b', 'c'], self.functions(include=['__main__']))

    def test_the_module_that_runs_has_its_own_name(self):
        run = AgentRun('this', kind='module', scope=['stdlib'], include=['this'], module_level=True)
        self.assertEqual({'this'}, {record['module'] for record in run.of_kind('code')})
        self.assertIn('line', [event.kind for event in run.events()])

    def test_kinds(self):
        self.assertEqual({'call', 'return'},
                         {e.kind for e in AgentRun(NESTED, events=['call']).events()})
        run = AgentRun('def f():\n    1/0\ntry:\n    f()\nexcept ArithmeticError:\n    pass\n',
                       events=['exception'])
        self.assertEqual(['call 1', 'exception 2', 'return 2'], run.shown('f'))

    def test_opcodes(self):
        run = AgentRun(NESTED, events=['call', 'return', 'opcode'])
        if sys.version_info >= (3, 7):
            self.assertIn('opcode 2', run.shown('a'))
            self.assertEqual(len([e for e in run.events() if e.kind == 'opcode']),
                             run.end['events']['opcode'])

    def test_code_of_the_command_line_is_the_users_and_what_it_makes_is_not(self):
        text = 'def f():\n    return eval("g()")\ndef g():\n    return 1\nf()'
        run = AgentRun(text, kind='code')
        self.assertEqual([('f', 4, 1), ('g', 6, 2)],
                         [(e.function, e.depth, e.level) for e in run.events() if e.kind == 'call'][1:])


class TimeTest(unittest.TestCase):
    def test_times_never_run_backwards_and_end_before_the_end(self):
        run = AgentRun('def f(n):\n    return n and f(n - 1)\nfor i in range(300):\n    f(5)\n')
        last = 0
        for record in run.of_kind('events'):
            now = record['time_ns']
            self.assertGreaterEqual(now, last)
            for event in record['events']:
                if isinstance(event, list) and event[0] in ('call', 'return'):
                    passed = event[2]
                    self.assertGreaterEqual(passed, 0)
                    now += passed
            last = now
        self.assertGreater(run.end['time_ns'], last)
        self.assertGreater(last, 0)

    def test_untimed(self):
        run = AgentRun(NESTED, timed=False)
        self.assertEqual({None}, {record['time_ns'] for record in run.of_kind('events')})
        passed = {e.more[0] for e in run.events() if e.kind in ('call', 'return')}
        self.assertEqual({None}, passed)


class CountTest(unittest.TestCase):
    def test_end_counts_what_is_in_the_stream(self):
        text = ('def f(n):\n    try:\n        raise ValueError(\'["call" ["return" [\')\n'
                '    except ValueError:\n        return n and f(n - 1)\nfor i in range(50):\n    f(9)\n')
        run = AgentRun(text)
        self.assertEqual(run.counted(), run.end['events'])
        self.assertEqual(500, run.end['events']['exception'])

    def test_recording_stops_and_the_program_goes_on(self):
        run = AgentRun('def f(): pass\nfor i in range(5000): f()\nprint("done")\n', max_events=100)
        self.assertEqual(b'done\n', run.stdout)
        self.assertEqual([100], [record['max_events'] for record in run.of_kind('limit')])
        self.assertLess(sum(run.end['events'].values()), 2000)

    def test_the_limit_counts_what_was_asked_for(self):
        run = AgentRun('def f(): pass\nfor i in range(5000): f()\n', events=['line'], max_events=50)
        self.assertGreaterEqual(run.end['events']['line'], 50)

    def test_live_writes_each_event_by_itself(self):
        run = AgentRun(NESTED, live=True)
        self.assertEqual({1}, {len(record['events']) for record in run.of_kind('events')})
