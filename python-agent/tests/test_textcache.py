# once: the environment chooses no engine here
"""A kept text is the one that would be made; and it is not made again where nothing has changed."""

import collections
import gc
import pathlib
import random
import re
import types
import unittest
import weakref

import agent_run  # noqa: F401: puts the agent's package on the path
from _leadline.values import contents, redaction, textcache
from _leadline.values.writer import Writer

HIDES = redaction.Redaction(['password']).hides


class Thing:
    def __init__(self, **attributes):
        self.__dict__.update(attributes)


class Slotted:
    __slots__ = 'a', 'b'


class OfList(list):
    pass


class Text(str):
    pass


Pair = collections.namedtuple('Pair', 'a b')


class TextCacheTest(unittest.TestCase):
    def setUp(self):
        self.cache = textcache.TextCache(HIDES)
        self.made = 0
        self.addCleanup(setattr, textcache, 'Writer', textcache.Writer)
        textcache.Writer = self.writer

    def writer(self, hides):
        self.made += 1
        return Writer(hides)

    def check(self, value, times=3):
        for _ in range(times):
            self.assertEqual(Writer(HIDES).text(value, 0), self.cache.text(value))

    def test_what_stays_is_written_twice(self):
        inner = [1, ('x', 2.5)]
        things = [Thing(name='n', items=inner) for _ in range(10)]
        for value in (inner, {'k': inner, 'password': inner}, things, Thing(), (things, inner), [], {},
                      list(range(10 ** 5)), {1, 2}, [frozenset([1])], collections.deque([1]), ['x' * 1000],
                      {b'y' * 1000: 'x' * 1000}, [len, Thing, self.check, collections, {}.get, TextCacheTest.check],
                      re.compile('a.b'), Thing(a=re.compile('x' * 300)), [zip()], Pair(1, [2]), Slotted()):
            self.made = 0
            self.check(value, times=5)
            self.assertEqual(2, self.made, value)

    def test_what_may_change_unseen_is_written_each_time(self):
        for value in (OfList([1]), [ValueError(1)], [bytearray(3)], [range(3)], [Text('x')],
                      pathlib.PurePosixPath('a')):
            self.made = 0
            self.check(value, times=5)
            self.assertEqual(5, self.made, value)

    def test_a_change_at_any_depth_is_seen(self):
        deep = Thing(a=1)
        inner = [deep]
        outer = {'k': (inner, 5)}
        for change in (lambda: setattr(deep, 'a', 2), lambda: inner.append(3), lambda: setattr(deep, 'b', []),
                       lambda: outer.update(k=(inner, 6)), lambda: delattr(deep, 'a'), outer.clear,
                       lambda: outer.update({1: 1, True: 2.0})):
            self.check(outer)
            change()
            self.check(outer)

    def test_what_a_text_says_of_things_that_are_no_containers(self):
        def function():
            yield

        text, module = 'x' * 500, types.ModuleType('one')
        made, holder = type('Made', (), {}), [None]
        for value, change in (
                (function, lambda: setattr(function, '__qualname__', 'other')),
                (module, lambda: setattr(module, '__name__', 'two')),
                (made, lambda: setattr(made, '__name__', 'Other')),
                (made, lambda: setattr(made, '__module__', 'there')),
                (made(), lambda: setattr(made, '__name__', 'Third')),
                (made(), lambda: setattr(made, '__module__', 'here')),
                (text, lambda: holder.__setitem__(0, text[:-1])), (text, lambda: holder.__setitem__(0, text + 'y'))):
            holder[0] = value
            self.check(holder)
            before = self.cache.text(holder)
            change()
            self.check(holder)
            self.assertNotEqual(before, self.cache.text(holder))

    def test_classes_that_get_other_bases_and_fields(self):
        class First:
            pass

        class Of(First):
            pass

        things = Of(), Pair(1, 2)
        self.check(things)
        Of.__bases__ = Thing,
        Of.__init__(things[0], a=things)
        self.check(things)
        fields = Pair._fields
        Pair._fields = 'left', 'right'
        self.addCleanup(setattr, Pair, '_fields', fields)
        self.check(things)
        self.assertIn('left=1', self.cache.text(things))

    def test_a_class_that_takes_the_place_of_another(self):
        for number in range(50):
            value = type('Made%d' % number, (), {'__module__': 'm%d' % number})()
            self.check(value)
            self.check([value])
            del value
            gc.collect()

    def test_what_is_beyond_the_characters_of_a_text_is_not_looked_into(self):
        looked_at = []
        self.addCleanup(setattr, contents, '_look', contents._look)
        look = contents._look

        def noted(value, most):
            looked_at.append(value)
            return look(value, most)
        contents._look = noted
        value = ['x' * 50, 'y' * 50, 'z' * 150, Thing(), [1]]
        self.check(value)
        self.assertNotIn([1], looked_at)
        value[3].a = 1
        value.pop()
        self.check(value)

    def test_nothing_that_could_be_missed_is_kept_alive(self):
        thing = Thing(a=Thing(b=1))
        gone = weakref.ref(thing.a)
        self.check([thing, {'x': thing.a}])
        del thing
        gc.collect()
        self.assertIsNone(gone())

    def test_any_value_whatever_changes_and_is_replaced(self):
        for seed in range(60):
            self.mutate(random.Random(seed))

    def mutate(self, dice):
        root = [self.any(dice, 3) for _ in range(5)]
        for _ in range(60):
            dice.choice([self.check, lambda value: self.check(value, 1)])(root)
            holder, target = root, dice.randrange(5)
            while dice.random() < 0.7 and type(holder[target]) is list and holder[target]:
                holder, target = holder[target], dice.randrange(len(holder[target]))
            value = holder[target]
            if type(value) is Thing and dice.random() < 0.6:
                setattr(value, dice.choice('abc'), self.any(dice, 2))
            elif type(value) is dict and dice.random() < 0.6:
                value[dice.choice(['a', 'password', 1])] = self.any(dice, 2)
            elif type(value) is Slotted and dice.random() < 0.6:
                value.b = self.any(dice, 1)
            elif type(value) is list and dice.random() < 0.6:
                value.insert(0, root if dice.random() < 0.1 else self.any(dice, 2))
            else:
                value = None
                holder[target] = None  # what comes next may get its place in memory
                holder[target] = self.any(dice, 3)

    def any(self, dice, depth):
        kind = dice.randrange(12 if depth else 6)
        if kind < 6:
            return [dice.random(), dice.randrange(3), 'x' * dice.randrange(3), None, True, 'y' * 300][kind]
        items = [self.any(dice, depth - 1) for _ in range(dice.randrange(4))]
        if kind == 6:
            return tuple(items)
        if kind == 7:
            return dict(zip(('a', 'password', (1, 2)), items))
        if kind == 8:
            return Thing(**dict(zip('abc', items)))
        if kind == 9:
            thing = Slotted()
            thing.a = items
            return thing
        return items if kind == 10 else OfList(items)


if __name__ == '__main__':
    unittest.main()
