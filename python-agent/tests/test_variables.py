# once: the environment chooses no engine here
import sys
import unittest

import agent_run  # noqa: F401: puts the agent's package on the path
import hostile
from _leadline.values import changes, texts as values, variables

TEXTS = values.Texts(['password'])


def frame():
    return sys._getframe(1)


def locals_of(frame):
    """The texts of all its variables."""
    known = changes.Variables(variables.names_of(frame.f_code))
    return known.changed(*variables.variables(frame), TEXTS.of)


def at_call(function, *args, **named):
    """The texts of the arguments, made where CPython reports the call."""
    found = []

    def trace(frame, event, _arg):
        if frame.f_code is function.__code__ and event == 'call':
            found.append(TEXTS.arguments(frame))

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function(*args, **named)
    finally:
        sys.settrace(before)
    return list(found[0].items())


class ArgumentsTest(unittest.TestCase):
    def test_all_kinds_in_their_order(self):
        def function(a, b=2, *rest, c, password='x', **named):
            return lambda: (a, rest, named)  # in cells
        self.assertEqual(
            [('a', '1'), ('b', '5'), ('c', '3'), ('password', '<redacted>'), ('*rest', '(6,)'),
             ('**named', "{'d': 4, 'password_': 7}")],
            [(name, text.replace("<redacted>}", '7}')) for name, text in
             at_call(function, 1, 5, 6, c=3, d=4, password_=7)])

    def test_few(self):
        self.assertEqual([], at_call(lambda: 1))
        self.assertEqual([('*a', '()')], at_call(lambda *a: 1))
        self.assertEqual([('**k', '{}')], at_call(lambda **k: 1))
        self.assertEqual([('k', '1')], at_call(lambda *, k: 1, k=1))

    def test_hostile_arguments(self):
        made = hostile.instance(object, a=1)
        del hostile.CALLED[:]
        self.assertEqual([('a', '<there.Hostile a=1>')], at_call(lambda a: 1, made))
        self.assertEqual([], hostile.CALLED)


class LocalsTest(unittest.TestCase):
    def test_of_a_function(self):
        free = 1

        def function(a):
            b, password = [a], 'x'
            later = lambda: (a, free)  # noqa: E731
            del later
            texts = locals_of(frame())
            unset = b, password
            return texts, unset
        self.assertEqual({'a': '5', 'b': '[5]', 'password': '<redacted>', 'free': '1'}, function(5)[0])

    def test_of_a_class_body_and_a_module(self):
        class Body:
            a = 1
            texts = locals_of(frame())
        self.assertEqual({'a': '1'}, Body.texts)
        space = {'__name__': 'there', 'locals_of': locals_of, 'frame': frame}
        exec(compile('a = 1\ntexts = locals_of(frame())', 'file', 'exec'), space)
        self.assertEqual({'a', 'locals_of', 'frame'}, set(space['texts']))

    def test_of_a_module_within_a_comprehension(self):
        space = {'locals_of': locals_of, 'frame': frame, 'b': 3}
        exec(compile('texts = [locals_of(frame()) for item in (1,)][0]', 'file', 'exec'), space)
        if sys.version_info >= (3, 12):  # before, it has a frame of its own
            self.assertEqual('3', space['texts']['b'])
        else:
            self.assertEqual({'item': '1'}, space['texts'])

    def test_many_are_cut(self):
        text = 'def f():\n' + ''.join(' v%d = %d\n' % (i, i) for i in range(300)) + ' return frame()'
        space = {'frame': frame}
        exec(text, space)
        texts = locals_of(space['f']())
        self.assertEqual((101, '"<200 more>"'), (len(texts), texts['...']))  # as JSON
        space = dict({'v%d' % i: i for i in range(5000)}, frame=frame)
        exec(compile('made = frame()', 'file', 'exec'), space)
        texts = locals_of(space.pop('made'))
        self.assertEqual(101, len(texts))
        self.assertIn('more>', texts['...'])

    @staticmethod
    def prepared(space):
        class Meta(type):
            @classmethod
            def __prepare__(mcs, _name, _bases):
                return space

            def __new__(mcs, name, bases, own):
                cells = {key: cell for key, cell in dict.items(own) if key == '__classcell__'} \
                    if isinstance(own, dict) else {}
                return type.__new__(mcs, name, bases, cells)
        return Meta

    def test_a_namespace_of_the_programs_own_class_is_not_asked(self):
        class Space(dict):
            __iter__ = keys = items = get = __delitem__ = __contains__ = hostile.recorder('Space')

        class Mapping:
            def __init__(self):
                self.own = {}

            def __getitem__(self, key):
                return self.own[key]

            def __setitem__(self, key, value):
                self.own[key] = value
            __iter__ = keys = items = get = __len__ = hostile.recorder('Mapping')
        for space, expected in ((Space(), {'a': '1'}), (Mapping(), {})):
            texts, seen = {}, sys._getframe
            del hostile.CALLED[:]

            class Body(metaclass=self.prepared(space)):
                a = 1
                texts.update(locals_of(seen()))
            self.assertEqual((expected, []), (texts, hostile.CALLED))
