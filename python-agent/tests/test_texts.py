# once: the environment chooses no engine here
import array
import collections
import datetime
import decimal
import enum
import functools
import os
import pathlib
import re
import subprocess
import sys
import threading
import types
import unittest

import agent_run
from _leadline.values import texts as values
from _leadline.values.writer import Writer

TEXTS = values.Texts([])
HERE = __name__
Point = collections.namedtuple('Point', 'x y')


class Plain:
    def __init__(self, **attributes):
        self.__dict__.update(attributes)

    def method(self):
        pass


class Slotted:
    __slots__ = ('a', '__b')

    def __init__(self):
        self.a, self.__b = 1, 'x'


class Colour(enum.Enum):
    RED = 1


class Level(enum.IntEnum):
    LOW = 1


class Flags(enum.IntFlag):
    A = 1
    B = 2


class TextsTest(unittest.TestCase):
    def check(self, expected, value):
        self.assertEqual(expected, TEXTS.of('value', value))

    def test_simple_values_stand_as_their_literals(self):
        for value in (None, True, 0, -5, 1.5, 1j, 'it\'s', '\u202e\n', b'x\0', ..., NotImplemented,
                      bytearray(b'x'), float('nan')):
            self.check(repr(value), value)

    def test_long_ones_are_cut_and_say_their_length(self):
        self.check("'%s'... (5000 characters)" % ('x' * 200), 'x' * 5000)
        self.check("b'%s'... (5000 bytes)" % ('x' * 100), b'x' * 5000)
        self.check('<int of 100001 bits>', 1 << 100000)
        self.check(str(1 << 639), 1 << 639)
        self.assertLess(len(TEXTS.of('v', '\0' * 5000)), 400)
        self.assertLess(len(TEXTS.of('v', b'\0' * 5000)), 400)

    def test_containers(self):
        for value in ([1, 'a'], (), (1,), (1, 2), {}, {'a': [1]}, set(), {1}, frozenset(),
                      frozenset([1]), collections.deque([1]), range(3), range(1, 9, 2),
                      slice(1, None), {1: 2}.keys(), {1: 2}.values(), {1: 2}.items()):
            self.check(repr(value), value)

    def test_many_items_are_cut(self):
        self.check('[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ... (1000 items)]', list(range(1000)))
        self.check('{0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9, ... (1000 items)}',
                   dict(zip(range(1000), range(1000))))
        self.check('(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ... (11 items))', tuple(range(11)))

    def test_many_attributes_are_cut(self):
        text = TEXTS.of('v', Plain(**{'a%02d' % i: i for i in range(30)}))
        self.assertTrue(text.endswith(' a09=9 ... (30 attributes)>'), text)

    def test_depth_is_bounded(self):
        self.check('[[[[... (1 items)]]]]', [[[[1]]]])
        self.check('[[[[]]]]', [[[[]]]])
        self.check('[[[<%s.Plain ...>]]]' % HERE, [[[Plain(a=1)]]])
        deep = []
        for _ in range(100000):
            deep = [deep]
        self.check('[[[[... (1 items)]]]]', deep)
        while deep:
            deep = deep.pop()

    def test_cycles_are_marked_and_repetitions_are_not(self):
        loop = []
        loop.append(loop)
        self.check('[<cycle>]', loop)
        table = {}
        table['self'] = [table]
        self.check("{'self': [<cycle>]}", table)
        plain = Plain()
        plain.own = plain
        self.check('<%s.Plain own=<cycle>>' % HERE, plain)
        twice = [1]
        self.check('[[1], [1]]', [twice, twice])

    def test_whatever_is_in_it_a_text_has_a_bounded_length(self):
        long_names = type('N' * 5000, (), {})()
        long_names.__dict__['a' * 5000] = 'x' * 5000
        for value in (['x' * 500] * 100, [['x' * 500] * 100] * 100, {'k' * 500: 'v' * 500},
                      {('k%d' % i) * 500: ['v' * 500] for i in range(20)}, long_names,
                      [long_names] * 20, [[[]] * 100] * 100, [[[[1 << 600] * 20] * 20] * 20] * 20):
            self.assertLess(len(TEXTS.of('value', value)), 320)

    def test_few_objects_are_visited_however_many_there_are(self):
        visited = []

        class Counting(Writer):
            def text(self, value, depth):
                visited.append(depth)
                return Writer.text(self, value, depth)
        for value in ([[[[]] * 100] * 100] * 100, [[[1] * 100] * 100] * 100,
                      {i: {j: {} for j in range(100)} for i in range(100)}, [Plain(a=Plain())] * 99):
            del visited[:]
            Counting(lambda name: False).text(value, 0)
            self.assertLess(len(visited), 100)

    def test_instances_show_their_dict_and_slots(self):
        self.check('<%s.Plain>' % HERE, Plain())
        self.check("<%s.Plain a=1 b='x'>" % HERE, Plain(a=1, b='x'))
        odd = Plain()
        odd.__dict__['not a name'] = 1
        self.check("<%s.Plain 'not a name'=1>" % HERE, odd)
        self.assertEqual({"a=1", "_Slotted__b='x'"}, set(TEXTS.of('v', Slotted())[:-1].split()[1:]))
        self.check('<types.SimpleNamespace a=1>', types.SimpleNamespace(a=1))

    def test_named_tuples_enums_and_subclasses(self):
        self.check('%s.Point(x=1, y=[2])' % HERE, Point(1, [2]))
        self.check('<%s.Colour.RED: 1>' % HERE, Colour.RED)
        self.check('<%s.Level.LOW: 1>' % HERE, Level.LOW)
        self.assertIn(TEXTS.of('v', Flags.A | Flags.B),
                      ('<%s.Flags: 3>' % HERE, '<%s.Flags.A|B: 3>' % HERE))
        self.check("<collections.Counter {'a': 2}>", collections.Counter('aa'))
        self.check("<collections.OrderedDict {'a': 2}>", collections.OrderedDict(a=2))
        self.check('<collections.defaultdict {}>', collections.defaultdict(list))

    def test_exceptions(self):
        self.check('<ValueError: bad>', ValueError('bad'))
        self.check('<KeyError>', KeyError())
        self.check('[<ValueError: bad>]', [ValueError('bad')])

    def test_functions_classes_and_modules(self):
        async def coroutine():
            pass
        made = coroutine()
        self.check('<coroutine TextsTest.test_functions_classes_and_modules.<locals>.coroutine>', made)
        made.close()
        self.check('<function Plain.method>', Plain.method)
        self.check('<bound method Plain.method>', Plain().method)
        self.check('<bound method>', types.MethodType(len, []))
        self.check('<built-in function len>', len)
        self.check("<class 'int'>", int)
        self.check("<class '%s.Plain'>" % HERE, Plain)
        self.check("<module 'sys'>", sys)
        self.check('<generator TextsTest.test_functions_classes_and_modules.<locals>.<genexpr>>',
                   (item for item in ()))

    def test_the_standard_librarys(self):
        utc = datetime.timezone.utc
        aware = 'datetime.datetime(2020, 1, 2, 0, 0, 0, 0, ' \
                'tzinfo=datetime.timezone(datetime.timedelta(0)))'
        for value in (datetime.datetime(2020, 1, 2), datetime.date(2020, 1, 2), datetime.time(1, 2),
                      datetime.timedelta(3), decimal.Decimal('1.50')):
            self.check(repr(value), value)
        self.check(aware, datetime.datetime(2020, 1, 2, tzinfo=utc))
        self.check("re.compile('a+')", re.compile('a+'))
        self.check('<array.array of 3 items>', array.array('i', [1, 2, 3]))
        self.check('<memoryview of 3 bytes>', memoryview(b'abc'))
        self.check('<functools.partial>', functools.partial(len))
        self.check('<_thread.lock>', threading.Lock())
        self.assertRegex(TEXTS.of('v', decimal.Decimal('1' * 5000)), r'^<decimal.Decimal of \d+ bytes>')
        released = memoryview(b'')
        released.release()
        self.check('<memoryview, released>', released)

    def test_paths(self):
        for path in ('/', '/tmp/a', 'a/b', '.', 'a'):
            made = pathlib.PurePosixPath(path)
            text = "PurePosixPath('%s')" % path
            self.assertTrue(TEXTS.of('v', made).endswith(text), TEXTS.of('v', made))
            str(made)  # keeps the text in a slot
            self.assertTrue(TEXTS.of('v', made).endswith(text))
        joined = pathlib.PurePosixPath('/a', 'b') / 'c'
        self.assertTrue(TEXTS.of('v', joined).endswith("PurePosixPath('/a/b/c')"))

    def test_no_address_appears(self):
        for value in (object(), sys._getframe(), iter([]), threading.Lock(), sys.stdout,
                      property(), len, Plain().method, Plain(), lambda: 0, type('C', (), {})()):
            self.assertNotRegex(TEXTS.of('value', value), '0x|%x|%d' % (id(value), id(value)))

    def test_nothing_is_kept_alive(self):
        plain = Plain(items=[Plain()])
        before = sys.getrefcount(plain), sys.getrefcount(plain.__dict__['items'])
        for _ in range(10):
            TEXTS.of('value', plain)
        after = sys.getrefcount(plain), sys.getrefcount(plain.__dict__['items'])
        self.assertEqual(before, after)

    def test_a_dict_that_changes_meanwhile_does_not_raise(self):
        table, done = {}, []

        def change():
            while not done:
                for i in range(50):
                    table[i] = i
                table.clear()
        thread = threading.Thread(target=change)
        thread.start()
        try:
            for _ in range(2000):
                self.assertIn(TEXTS.of('value', table)[0], '{<')
        finally:
            done.append(True)
            thread.join()

    def test_what_a_signal_handler_raises_is_the_programs(self):
        class Fault(ValueError):
            pass

        def interrupted(_name):  # stands for a handler that runs between two steps of the agent
            raise Fault('of the program')
        texts = values.Texts([])
        texts.hides = interrupted
        with self.assertRaises(Fault):
            texts.of('value', 1)

    def test_a_fault_of_the_agents_own_is_said(self):
        class Odd(int):
            pass
        texts = values.Texts([])
        texts.hides = Odd  # int('value') fails in C
        self.assertEqual('<no text: ValueError>', texts.of('value', 1))

    def test_what_another_thread_raises_here_is_no_fault_of_ours(self):
        class Stop(Exception):
            pass
        for fault in (Stop(), TimeoutError()):
            self.assertRaises(type(fault), values.fault_text, fault)
        self.assertEqual('<no text: MemoryError>', values.fault_text(MemoryError()))

    def test_the_programs_builtins_are_not_used(self):
        script = '''if True:
            import sys; sys.path.insert(0, sys.argv[1])
            import builtins, decimal, datetime
            from _leadline import loading
            ours = loading.Loading(sys.argv[1] + '/_leadline/', None)
            values, variables, changes = [
                ours.module('_leadline.values.' + name) for name in ('texts', 'variables', 'changes')]
            write, leave = sys.stdout.write, __import__('os')._exit
            class C: pass
            made = C(); made.a = [1, {'password': 2, 'x' * 300: b'y', 'kin': (1,)}]
            things = [made, 1 << 900, 'a' * 999, ValueError('x', 1 << 5000), range(3), C, len,
                      decimal.Decimal(1), datetime.datetime(2020, 1, 1), made.a, {1, 2}, sys]
            texts = values.Texts(['*password', 'p?n', '[a]*'])
            def f(a, *b, password=3): return sys._getframe()
            frame = f(made)
            def variables_of(frame):
                known = changes.Variables(variables.names_of(frame.f_code))
                return known.changed(*variables.variables(frame), texts.of)
            def all_texts():
                return [texts.of('v', thing) for thing in things] + [
                    texts.arguments(frame), variables_of(frame),
                    variables_of(sys._getframe()), values.exception_text(things[3])]
            before = all_texts()
            def broken(*args): raise SystemError('the program broke it')
            table = vars(builtins)
            for name in list(table):
                if name[:2] != '__':
                    table[name] = broken
            texts.hides.__self__.known.clear()
            after = all_texts()
            same = before == after
            write('same' if same else 'different: %r' % (after,)); sys.stdout.flush()
            leave(0)
        '''
        output = subprocess.check_output(
            [sys.executable, '-c', script, agent_run.AGENT], stderr=subprocess.STDOUT)
        self.assertEqual(b'same', output)

    def test_its_modules_are_not_loaded_for_it(self):
        script = 'import sys; before = set(sys.modules); sys.path.insert(0, sys.argv[1]); ' \
                 'from _leadline.values import texts as values; print(sorted(n for n in set(sys.modules) - before ' \
                 'if not n.startswith("_leadline") and n not in sys.builtin_module_names))'
        output = subprocess.check_output([sys.executable, '-S', '-c', script, agent_run.AGENT],
                                         env=dict(os.environ, PYTHONDONTWRITEBYTECODE='1'))
        self.assertEqual(b'[]', output.strip())
