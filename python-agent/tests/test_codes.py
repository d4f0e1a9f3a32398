# once: the environment chooses no engine here
import gc
import sys
import unittest

import agent_run
from _leadline import codes, scope

PROGRAM = '''
class Outer:
    class Inner:
        def method(self):
            def nested():
                return sys._getframe()
            return nested()
    def plain(self):
        return (lambda: sys._getframe())()
def function():
    class Local:
        def of(self):
            return sys._getframe()
    return Local().of()
'''


def made(recording=()):
    scopes = scope.Scopes('/agent', '/r', ['/r'], False)
    return codes.Codes(scopes, dict(agent_run.RECORDING, **dict(recording)))


class QualnamesTest(unittest.TestCase):
    def test_nesting_gives_the_name_that_newer_versions_have(self):
        names = codes.Qualnames()
        code = compile(PROGRAM, 'p.py', 'exec')
        names.of(code)
        namespace = {'sys': sys}
        exec(code, namespace)
        outer = namespace['Outer']
        for frame, name in (
                (outer.Inner().method(), 'Outer.Inner.method.<locals>.nested'),
                (outer().plain(), 'Outer.plain.<locals>.<lambda>'),
                (namespace['function'](), 'function.<locals>.Local.of')):
            self.assertEqual(name, names.of(frame.f_code))

    def test_comprehensions_are_no_functions_in_a_name(self):
        names = codes.Qualnames()
        module = compile('def f(a):\n    return ((lambda: c) for b in a for c in (d for d in b))\n', 'p.py', 'exec')
        names.of(module)
        function = next(const for const in module.co_consts if hasattr(const, 'co_code'))
        outer = next(const for const in function.co_consts if hasattr(const, 'co_code'))
        inner = sorted(names.of(const) for const in outer.co_consts if hasattr(const, 'co_code'))
        self.assertEqual('f.<locals>.<genexpr>', names.of(outer))
        self.assertEqual(['f.<locals>.<genexpr>.<genexpr>', 'f.<locals>.<genexpr>.<lambda>'], inner)

    def test_code_of_no_known_module_has_its_plain_name(self):
        def alone():
            pass
        code = alone.__code__
        self.assertEqual(getattr(code, 'co_qualname', 'alone'), codes.Qualnames().of(code))


class CodesTest(unittest.TestCase):
    def test_a_dropped_code_object_is_forgotten(self):
        table, engine_table = made(), {}
        namespace = {'sys': sys}
        exec(compile('def f(): return sys._getframe()', '/r/a.py', 'exec'), namespace)
        frame = namespace['f']()
        first = table.learn(frame)
        engine_table[id(frame.f_code)] = True
        watch = codes.watch(frame.f_code, engine_table)
        self.assertIs(first, table.learn(frame))
        del frame, namespace
        gc.collect()
        self.assertEqual(({}, {}, None), (table._by_id, engine_table, watch()))

    def test_numbers_are_never_used_twice(self):
        table, numbers = made(), []
        for _ in range(50):
            namespace = {'sys': sys}
            exec(compile('def f(): return sys._getframe()', '/r/a.py', 'exec'), namespace)
            numbers.append(table.learn(namespace['f']()).number)
        self.assertEqual(list(range(50)), numbers)

    def kept(self, file, module='__main__', name='f', **recording):
        namespace = {'sys': sys, '__name__': module}
        exec(compile('def %s(): return sys._getframe()' % name, file, 'exec'), namespace)
        return made(recording).learn(namespace[name]()).kept

    def test_filters(self):
        self.assertTrue(self.kept('/r/a.py'))
        self.assertFalse(self.kept('/elsewhere/a.py'))
        self.assertTrue(self.kept('/elsewhere/a.py', scope=['site']))
        self.assertTrue(self.kept('/r/pkg/a.py', include=['pkg/*']))
        self.assertTrue(self.kept('/r/pkg/a.py', include=['a.py']))
        self.assertTrue(self.kept('/r/pkg/a.py', module='pkg.a', include=['pkg.*']))
        self.assertFalse(self.kept('/r/pkg/a.py', include=['other/*']))
        self.assertFalse(self.kept('/r/pkg/a.py', exclude=['/r/pkg/*']))
        self.assertTrue(self.kept('/r/a.py', name='total', function=['tot*']))
        self.assertFalse(self.kept('/r/a.py', name='other', function=['tot*']))

    def test_globals_of_the_programs_own_class_are_not_asked(self):
        class Globals(dict):
            def get(self, *_):
                raise AssertionError('the program\'s get was run')
        frames = []
        exec(compile('def f(): keep(g())\nf()', '/r/a.py', 'exec'),
             Globals(g=sys._getframe, keep=frames.append, __name__='mine'))
        self.assertTrue(made({'include': ['mine']}).learn(frames[0]).kept)
