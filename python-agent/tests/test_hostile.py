# once: the environment chooses no engine here
import collections
import datetime
import enum
import threading
import types
import unittest
import weakref

import agent_run  # noqa: F401: puts the agent's package on the path
import hostile
from _leadline.values import texts as values

TEXTS = values.Texts(['*token*'])


def colliding(name):
    """A key with the hash of a name, whose comparison is noted."""
    class Key(str):
        def __eq__(self, other):
            hostile.CALLED.append('__eq__ of a key')
            return False

        def __hash__(self):
            return hash(name)
    return Key('other')


class HostileTest(unittest.TestCase):
    def text(self, value, name='value'):
        """The text, which must have come about without any call."""
        del hostile.CALLED[:]
        text = TEXTS.of(name, value)
        self.assertEqual([], hostile.CALLED, text)
        self.assertNotIn('no text', text)
        return text

    def test_no_code_of_any_kind_of_class_is_run(self):
        for value, expected in hostile.all_instances():
            text = self.text(value)
            if expected is not None:
                self.assertEqual(expected, text)

    def test_nor_where_they_are_items_keys_and_attributes(self):
        values_of_all = [value for value, _text in hostile.all_instances()]
        for value in values_of_all:
            self.text([value, value])
            self.text((value, 'x'))
            self.text({1: value}.items())
            self.text(types.SimpleNamespace(a=value))
            self.text(slice(value, value))
            self.text(collections.deque([value]))
            self.text(ValueError(value))
            self.text({id(value): {'a': value}})
            self.text(hostile.instance(dict, {'a': value}, b=value))
            self.text(hostile.instance(object, a=value))

    def test_keys_are_not_compared(self):
        key = colliding('__module__')
        self.text(type('Odd', (), {key: 1})())
        self.text(type('Odd', (ValueError,), {colliding('__str__'): 1})('bad'))
        self.text(type('Odd', (), {colliding('__dict__'): 1, '__slots__': ()})())
        self.assertEqual("{'other': 1}", self.text({key: 1}).replace(
            '<test_hostile.Key ', '').replace('>', ''))

    def test_an_instance_dict_is_found_behind_a_property_of_that_name(self):
        class Plain:
            pass

        hidden = type('Hidden', (Plain,), {
            '__dict__': property(hostile.recorder('__dict__')), '__module__': 'there'})()
        object.__setattr__(hidden, 'a', 1)
        self.assertEqual('<there.Hidden a=1>', self.text(hidden))

    def test_an_instance_dict_of_the_programs_own_class(self):
        class Plain:
            pass
        plain = Plain()
        plain.__dict__ = hostile.instance(dict, {'a': 1})
        self.assertEqual('<%s.Plain a=1>' % __name__, self.text(plain))

    def test_slots_of_other_classes_and_unset_ones(self):
        class Slotted:
            __slots__ = ('a', 'b')

        class Other:
            __slots__ = ('c',)
        Slotted.stolen = Other.c
        slotted = Slotted()
        slotted.a = 1
        self.assertEqual('<%s.Slotted a=1>' % __name__, self.text(slotted))

    def test_names_of_the_programs_own_string_class(self):
        class Made:
            pass
        Made.__name__ = hostile.instance(str, 'Named')
        self.assertEqual("<class '%s.Named'>" % __name__, self.text(Made))

        def function():
            yield
        function.__qualname__ = hostile.instance(str, 'qualified')
        self.assertEqual('<function qualified>', self.text(function))
        self.assertEqual('<generator qualified>', self.text(function()))

    def test_weak_proxies_are_not_followed(self):
        target = hostile.instance(object)
        proxy = weakref.proxy(target)
        self.assertIn('roxy', self.text(proxy))

    def test_mapping_proxies_and_time_zones(self):
        self.assertEqual('<mappingproxy>', self.text(types.MappingProxyType(
            hostile.instance(dict, {'a': 1}))))
        zone = hostile.instance(datetime.tzinfo)
        self.assertEqual(
            'datetime.datetime(2020, 1, 2, 3, 4, 5, 6, tzinfo=<there.Hostile>)',
            self.text(datetime.datetime(2020, 1, 2, 3, 4, 5, 6, zone)))
        self.assertEqual('datetime.time(1, 2, 0, 0, tzinfo=<there.Hostile>)',
                         self.text(datetime.time(1, 2, tzinfo=zone)))

    def test_named_tuples_and_enums_that_are_none(self):
        cls = type('Odd', (tuple,), {'_fields': hostile.instance(tuple, ('a',)), '__module__': 'm'})
        self.assertEqual('<m.Odd (1,)>', self.text(cls((1,))))
        cls = type('Odd', (tuple,), {'_fields': ('a', 'b'), '__module__': 'm'})
        self.assertEqual('<m.Odd (1,)>', self.text(cls((1,))))
        cls = type('Odd', (), {'__module__': 'm'})
        made = cls()
        made.__dict__.update(_name_=hostile.instance(str, 'a'), _value_=2)
        self.assertEqual("<m.Odd _name_=<there.Hostile 'a'> _value_=2>", self.text(made))

        class Real(enum.Enum):
            A = 1
        Real.A.__dict__['_name_'] = hostile.instance(str, 'B')
        self.assertEqual('<%s.Real.B: 1>' % __name__, self.text(Real.A))

    def test_ranges_of_the_programs_own_numbers(self):
        number = hostile.derived(int)
        try:
            made = range(int.__new__(number, 3))
        except hostile.Boom:
            return  # this interpreter lets no such number in
        self.assertEqual('range(0, 3)', self.text(made))

    def test_a_thread_local_is_not_initialised(self):
        class Local(threading.local):
            def __init__(self):
                hostile.CALLED.append('__init__')
        made = Local()
        thread = threading.Thread(target=self.text, args=(made,))
        del hostile.CALLED[:]
        thread.start()
        thread.join()
        self.assertEqual([], hostile.CALLED)

    def test_names_are_not_asked_either(self):
        self.assertEqual('1', self.text(1, hostile.instance(str, 'plain')))
        self.assertEqual('<redacted>', self.text(1, hostile.instance(str, 'my_token')))
