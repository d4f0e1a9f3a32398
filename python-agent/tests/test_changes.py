# once: the environment chooses no engine here
import unittest

import agent_run  # noqa: F401: puts the agent's package on the path
from _leadline.values import changes, texts

TEXTS = texts.Texts(['password'])


class Point:
    def __init__(self, x):
        self.x = x


class Slots:
    __slots__ = 'x'


class VariablesTest(unittest.TestCase):
    def setUp(self):
        self.made = []
        self.known = changes.Variables(['a', 'b'])

    def changed(self, **values):
        """What changed, and for which names a text was made."""
        del self.made[:]
        return self.known.changed(values, len(values), self.text_of), self.made

    def text_of(self, name, value):
        self.made.append(name)
        return TEXTS.of(name, value)

    def test_what_is_new_changed_or_gone(self):
        self.assertEqual(({'a': '1', 'b': "'x'"}, ['a', 'b']), self.changed(a=1, b='x'))
        self.assertEqual(({'a': '2'}, ['a']), self.changed(a=2, b='x'))
        self.assertEqual(({'a': None}, []), self.changed(b='x'))
        self.assertEqual(({'a': 'None'}, ['a']), self.changed(a=None, b='x'))
        self.assertEqual(({'a': '1', 'b': None}, ['a']), self.changed(a=1))
        self.assertEqual(({}, []), self.changed(a=1, c=3))

    def test_another_value_of_the_same_text_is_no_change(self):
        self.changed(a=10 ** 9)
        self.assertEqual(({}, ['a']), self.changed(a=int('1000000000')))

    def test_equal_values_of_other_types_are_changes(self):
        for value, text in ((1, '1'), (1.0, '1.0'), (True, 'True'), (0.0, '0.0'), (-0.0, '-0.0')):
            self.assertEqual({'a': text}, self.changed(a=value)[0])
        for value, text in (([1], '[1]'), ([True], '[True]'), ((True,), '(True,)'), ({1: 2}, '{1: 2}')):
            self.assertEqual({'a': text}, self.changed(a=value)[0])

    def test_a_container_that_is_changed_in_its_place(self):
        items, names, point, slots = [1, 'x'], {'k': 1, 'password': 2}, Point(1), Slots()
        for value, change, text in (
                (items, lambda: items.append(3), "[1, 'x', 3]"),
                (items, lambda: items.__setitem__(0, 2.5), "[2.5, 'x', 3]"),
                (items, lambda: items.extend(range(20)), None),
                (names, lambda: names.update(k=2), "{'k': 2, 'password': <redacted>}"),
                (point, lambda: setattr(point, 'x', 2), '<%s.Point x=2>' % __name__),
                (point, lambda: setattr(point, 'y', [1]), '<%s.Point x=2 y=[1]>' % __name__),
                (slots, lambda: setattr(slots, 'x', 1), '<%s.Slots x=1>' % __name__)):
            self.changed(a=value)
            self.assertEqual({}, self.changed(a=value)[0])
            change()
            self.assertEqual({'a': text or TEXTS.of('a', value)}, self.changed(a=value)[0])

    def test_no_text_is_made_again_of_what_cannot_change(self):
        for value in (5, 1.5, 'x', b'x', None, True):
            self.changed(a=value)
            self.assertEqual(({}, []), self.changed(a=value), value)
        for value in ('x' * 1000, 1 << 1000, [1]):
            self.changed(a=value)
            self.assertEqual(({}, ['a']), self.changed(a=value))

    def test_the_same_value_after_another_one(self):
        items, point = [1], Point(1)
        for values in ((items, 5, items), (5, items, 5), (items, point, items), ('x' * 300, 5, 'x' * 300)):
            for value in values:
                self.assertEqual({'a': TEXTS.of('a', value)}, self.changed(a=value)[0])
            self.assertEqual({'a': None}, self.changed()[0])
