# once: the environment chooses no engine here
"""The trace functions in C record the values that those in Python do, of the classes that programs and libraries have."""

import unittest

from agent_run import AgentRun
from both_engines import ALL, BothEngines

CLASSES = '''
import abc, array, collections, datetime, decimal, enum, os, pathlib, sys, types, weakref
class Point:
    def __init__(self, x): self.x = x
class Plain:
    __slots__ = ('a', 'b', 'password', '__weakref__')
class More(Plain):
    __slots__ = 'c',
class Free(Plain):
    pass
class Shadowed(Plain):
    a = 5
class Hidden(Plain):
    __slots__ = '__dict__',
    b = property(lambda self: sys.exit(3))
    def __getattribute__(self, name): sys.exit(4)
class Wide:
    __slots__ = ['slot%d' % i for i in range(25)]
class Widest:
    __slots__ = ['slot%d' % i for i in range(35)]
class Mangled:
    __slots__ = '__own',
    def __init__(self): self.__own = 1
class Abstract(abc.ABC):
    pass
class Level(enum.IntEnum):
    LOW = 1
class Mode(enum.Flag):
    READ = 1
    WRITE = 2
class Rich(enum.Enum):
    ONE = [1]
    def __init__(self, *parts): self.parts = parts; self.secret = 1
Twelve = collections.namedtuple('Twelve', ['f%d' % i for i in range(12)])
class Told(collections.namedtuple('Told', 'x y')):
    pass
class Wrong(tuple):
    _fields = 'x', 'y', 'z'
class Ordered(collections.OrderedDict): pass
class Missing(collections.defaultdict): pass
class Fault(Exception):
    def __init__(self, code): self.code = code
class Spoken(ValueError):
    def __str__(self): sys.exit(5)
class Lying(KeyError):
    args = property(lambda self: sys.exit(6))
class Equal(type):
    def __eq__(self, other): sys.exit(9)
    def __hash__(self): sys.exit(10)
class Same(metaclass=Equal):
    pass
class SameSlots(metaclass=Equal):
    __slots__ = 'a',
class Trap(str):
    def __hash__(self): return 0  # as that of ''
    def __eq__(self, other): return True if other is self else os._exit(11)
Trapped = type('Trapped', (), {Trap('one'): 1})
TrappedByMeta = type('Meta', (type,), {Trap('one'): 1})('TrappedByMeta', (), {})
class Zone(datetime.tzinfo):
    def utcoffset(self, moment): sys.exit(7)
    def __repr__(self): sys.exit(8)
'''
EACH = CLASSES + '''
def values():
    plain, more, free, shadowed, hidden, wide = Plain(), More(), Free(), Shadowed.__new__(Shadowed), Hidden(), Wide()
    for value in (plain, more, free):
        value.a, value.b, value.password = 1, [value], 3
    more.c = free.d = 'text'
    for i in range(25): setattr(wide, 'slot%d' % i, i)
    moment, zone = datetime.datetime(2020, 1, 2, 3, 4, 5, 6), datetime.timezone(datetime.timedelta(hours=2), 'here')
    return [
        plain, more, free, shadowed, hidden, wide, Widest(), Mangled(), Abstract, Abstract(), Level.LOW, Mode.READ,
        Mode.READ | Mode.WRITE, Rich.ONE, Twelve(*range(12)), Told('a', [1]), Wrong((1, 2)), Wrong((1, 2, 3)),
        Told(1, plain), Ordered(a=1), Missing(list, a=[1]), collections.defaultdict(int, password=1),
        collections.OrderedDict(a=plain), Fault(3), Fault([3]), Spoken('x'), Lying('x'), OSError(2, 'no', 'file'),
        UnicodeDecodeError('u8', b'x', 0, 1, 'why'), ImportError('x'), StopIteration([1]), KeyError('x' * 300),
        SyntaxError('bad', ('f', 1, 2, 'text')), moment, moment.replace(tzinfo=zone), moment.replace(tzinfo=Zone()),
        moment.date(), moment.time(), moment - moment, zone, datetime.timezone.utc, decimal.Decimal(10) ** 2000,
        decimal.Decimal('NaN'), pathlib.PurePosixPath('a'), pathlib.PurePosixPath('x' * 300), range(5),
        range(0, 1 << 70, 3), slice(None, 1, [2]), slice('a'), collections.deque(range(30)), collections.deque(),
        collections.deque([plain]), {1: plain}.values(), {1: [2]}.items(), {}.keys(), iter([1]), iter({}), zip(),
        enumerate([]), types.SimpleNamespace(a=plain), object(), types.MappingProxyType({}), reversed([]),
        frozenset([Level.LOW]), (x for x in ()), Same(), SameSlots(), Same, Trapped(), Trapped, TrappedByMeta(),
        array.array('d', [1, 2]),         TrappedByMeta]
def show(value):
    again = value
    held = [value]
    deeper = [[[value]]]
    deepest = {1: [[[value]]]}
    many = ['x' * 150, value]
    named = Point(value)
    if type(value) is pathlib.PurePosixPath:
        str(value)
    again = held = deeper = None
    return value
for turn in range(2):
    for value in values():
        show(value)
for turn in range(9):  # those with fewer items get the memory of those with as many as there are fields
    show(Wrong(range(3)))
    show(Wrong(range(2)))
'''
CHANGED = CLASSES + '''
def changed():
    """Each change is in a value that was shown before; lines in between show what stays."""
    plain, more, fault, space = Plain(), More(), OSError(2, 'no'), types.SimpleNamespace(a=1)
    turn = 1
    plain.a = 1
    plain.b = [1]
    plain.b.append(2)
    plain.password = 1
    del plain.a
    more.c, more.a = 1, 2
    more.a, more.c = 2, 1
    fault.strerror = 'other'
    fault.filename = 'file'
    fault.args = 'new', [1]
    fault.args[1].append(2)
    fault.args = ()
    fault.filename = [1, 2]
    fault.filename[0] = 3
    fault.filename = (1, 2)
    fault.filename = [1, 2]
    error = ValueError('one')
    error.args = 'two',
    error.args = [1],
    error.args[0].append(2)
    error = StopIteration()
    error.args = tuple('abc')
    space.a = 2
    space.b = [space]
    deque, view = collections.deque([1]), {1: 2}
    keys, items = view.keys(), view.items()
    deque.append(2)
    view[3] = [4]
    view[3].append(5)
    deque.rotate()
    member = Rich.ONE
    member.extra = 1
    member._value_ = [1]
    member._value_.append(2)
    member._name_ = 'OTHER'
    member._name_, member._value_ = 'ONE', 1
    missing, told = Missing(list), Told([1], 2)
    missing['a'].append(1)
    missing['a'].append(2)
    missing.x = missing
    told.x.append(3)
    told.z = 4
    numbers = array.array('i', range(1000))
    numbers[0] = 5
    numbers.append(1)
    path = pathlib.PurePosixPath('a') / 'b'
    turn = str(path)
    path = path / 'c'
    holder = [plain, fault, space, deque, view, member, missing, told, path]
    plain.b.append(3)
    fault.args = 1, 2
    space.a = plain
    deque.append(plain)
    member._value_ = 5
    missing['b'] = told
    told.x.append(5)
    kept, Plain.a = Plain.a, 7
    turn = 2
    Plain.a = kept
    Plain.c = 1
    turn = 3
    Told._fields = 'u', 'v'
    turn = 4
    Told._fields = 'x', 'y'
    plain.__class__ = Plain
    return holder
for turn in range(2):
    changed()
'''
ENDS = CLASSES + '''
told = []
class Held:
    __slots__ = 'name', '__weakref__'
    def __init__(self, name): self.name = name
    def __del__(self): told.append(self.name)
def shown(kind, make):
    held = Held(kind)
    value = make(held)
    again = [value]
    refers = weakref.ref(held)
    del held
    value = again = None
    assert refers() is None and told.pop() == kind, kind
def plain_with(held):
    plain = Plain()
    plain.a = held
    return plain
def fault_with(held):
    return ValueError(held)
for turn in range(2):
    shown('slots', plain_with)
    shown('fault', fault_with)
    shown('tuple', lambda held: Told(held, 1))
    shown('slice', lambda held: slice(held))
    shown('deque', lambda held: collections.deque([held]))
    shown('items', lambda held: {1: held}.items())
    shown('space', lambda held: types.SimpleNamespace(a=held))
    shown('missing', lambda held: Missing(list, a=held))
    shown('itself', lambda held: held)
print('ended')
'''


class NativeOutlinesTest(BothEngines):

    def test_values_of_each_class_in_each_place(self):
        self.assertGreater(len(self.compare(EACH)), 2000)
        self.compare(EACH, redact=[])

    def test_values_that_change(self):
        self.compare(CHANGED)

    def test_nothing_shown_lives_longer(self):
        for recorder in ('python', 'auto'):
            run = AgentRun(ENDS, recorder=recorder, values=ALL)
            self.assertEqual((0, b'ended\n', b''), (run.status, run.stdout, run.stderr), run.stderr)


if __name__ == '__main__':
    unittest.main()
