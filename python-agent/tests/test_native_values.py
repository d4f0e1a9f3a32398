# once: the environment chooses no engine here
"""The trace functions in C record the values that those in Python do, over values and classes that change."""

import sys
import unittest

from agent_run import AgentRun
from both_engines import ALL, BothEngines

from _leadline.versions import F_LOCALS_HAS_EFFECTS

ZOO = '''
import array, collections, datetime, decimal, enum, functools, pathlib, re, sys, threading, types
class Point:
    def __init__(self, x, password=5):
        self.x, self.password = x, password
class Slots:
    __slots__ = 'x', '__dict__'
class Hostile:
    def __getattribute__(self, name): raise SystemExit(name)
    def __hash__(self): raise SystemExit(1)
    def __eq__(self, other): raise SystemExit(2)
class Text(str): pass
class Many:
    pass
class Color(enum.Enum):
    RED = 1
Pair = collections.namedtuple('Pair', 'a token')
class Own(dict): pass
class Row(list): pass
class Token(tuple): parent = None
class Bare(tuple): __slots__ = ()
class Node: pass
class Word(Node, str): pass
def numbers(n):
    for i in range(n):
        yield i, [i]
def made():
    cycle = [1]; cycle.append(cycle)
    many = Many(); many.__dict__.update(('name%d' % i, i) for i in range(30))
    odd = Point(1); odd.__dict__['no name!'] = 1; odd.__dict__['x' * 70] = 2; odd.__dict__['\\u0438\\u043c\\u044f'] = 3
    text_key = Point(2); text_key.__dict__[Text('sub')] = 1
    slots = Slots(); slots.x = [1, 2]
    word = Word('of a "tree"'); word.parent = Point(word); word.secret = 1
    row = Row([1, word]); row.a = row
    table = Own(a=1, password=2); table.x = {1: table}
    token = Token(['x', [word]]); token.parent = Token(); token.kinds = [token]
    deep = [[[[[1]]]], Point(Point(Point(Point(1))))]
    yield from [
        0, -1, 1 << 62, 1 << 63, -(1 << 63), 1 << 64, 1 << 640, 1 << 641, True, False, None, ..., NotImplemented,
        0.0, -0.0, 1.5, 1e300, float('inf'), float('nan'), 1j, b'bytes', b'"' * 300, bytearray(b'x'), memoryview(b'abc'),
        '', "it's", 'say "x"', 'both \\' and "', 'tab\\t\\r\\n\\x00\\x1f\\x7f\\x80\\xad\\\\', '\\u0438\\u043c\\u044f', '\\U0001f600',
        '\\udcff lone', 'x' * 199, 'x' * 200, 'x' * 201, 'x' * 5000, '\\n' * 200, "'" * 201, '\\x00' * 200, '"' * 150,
        [], [1], list(range(10)), list(range(11)), ['x' * 50] * 12, (), (1,), (1, 2), ('password', 1), ['token', 'x'],
        ('not a password at all', 1), ('pass-word', 2), ((1, (2, (3, (4, (5,)))))), {}, {'a': 1}, {'password': 1, 'b': 2},
        {1: 2, 2.5: 'x', None: 1, (1, 2): 3, True: 0}, {b'password': 1}, {Text('token'): 1}, {'k%d' % i: i for i in range(20)},
        {i: {i: {i: {i: i}}} for i in range(3)}, set(), {1}, {'a'}, frozenset(), frozenset([(1, 'x')]), {2, 3, 5},
        collections.deque([1]), collections.OrderedDict(a=1), collections.Counter('aab'), collections.defaultdict(list),
        range(3), slice(1, 2), {}.keys(), {1: 2}.items(), Point(1), Point([Point(2)]), many, odd, text_key, slots, deep, word, [word], row, table,
        token, [token], Token(['password', 1]), Token([Text('token'), 2]), Token(range(30)), Bare([1]), Bare(),
        Row(['password', 1]), Word('\\u0438'), Word('x' * 300), Row(range(30)), Own({i: Row([i]) for i in range(20)}),
        Hostile(), [Hostile()], Text('own'), Own(a=1), Color.RED, Pair(1, 2), Point, type, len, numbers, numbers(1),
        Point.__init__, Point(1).__init__, sys, ValueError('x'), KeyError(1, 2), OSError(2, 'no'), [ValueError('y')],
        decimal.Decimal('1.5'), datetime.date(2020, 1, 1), pathlib.PurePosixPath('/a/b'), re.compile('x'),
        array.array('i', [1]), functools.partial(len, []), types.SimpleNamespace(a=1), object(), threading.Lock,
        (Text('password'), 1), [Text('token'), 'x'], [Text('no secret'), 1], {Text('secret'): 1},
        [None, True, 2.5, 'x', b'y', [1], (2,), {3: 4}, {5}, Point(6)], cycle, [cycle, cycle]]
'''
EACH = ZOO + '''
def keep(value, *rest, token=None, **more):
    again = value
    both = [value, value]
    named = {'value': value, 'token': value}
    inside = Point(value)
    del again
    return value
for value in made():
    keep(value)
    keep([value], value, token=value, key=value)
'''
RANDOM = ZOO + '''
import random
def change(random, values, holders):
    one, two = random.choice(values), random.choice(values)
    row, names, point, words = holders[0], holders[1], holders[2], set()
    for turn in range(40):
        what = random.randrange(9)
        one = two if what == 0 else random.choice(values)
        if what == 1: row.append(one)
        elif what == 2: row[random.randrange(len(row))] = two
        elif what == 3: names[random.choice(['a', 'token', 'b', 1])] = one
        elif what == 4: names.pop('a', None)
        elif what == 5: setattr(point, random.choice(['x', 'y', 'secret']), one)
        elif what == 6: del row[1:]
        elif what == 7: point.__dict__.pop('y', None)
        else: words.add(turn % 5)
    return row
for seed in range(2 * sys.version_info[1], 2 * sys.version_info[1] + 2):  # others on each version
    values = list(made())
    source = random.Random(seed)
    for turn in range(12):
        change(source, values, ([1], {'a': 1}, Point(1)))
'''
INSIDE = ZOO + '''
def shown_again():
    """Each change is inside a value that was shown before, at each depth, and of what its text shows or not."""
    turn, inner, word = 0, Point(1), Word('one')
    row, names, point = [1, [2, [3]], {'a': inner}], {'a': [1], 2: (1, [inner])}, Point([inner])
    many, some = Row(range(20)), {'x', 1}
    pair, words, named = ['token', 1], ['x' * 300, ['y' * 9000]], {'z' * 300: 1}
    held = [row, names, point, many, some, word, pair, words, named]
    turn = 1
    row[1][1].append(4)
    row[1][1][0] = 5
    row[2]['b'] = inner
    row[2]['a'] = inner.x
    inner.x = 'text'
    inner.password = 6
    inner.y = 7
    del inner.y
    names['a'].append('x' * 190)
    names[2][1].insert(0, None)
    names['secret'] = names.pop('a')
    many[15] = 'not shown'
    many.extend(range(5))
    many.b = 1
    some.add('y')
    some.discard(1)
    word.parent = inner
    word.__dict__.clear()
    word.__class__ = Word
    pair[0] = 'other'
    pair[0] = 'password'
    words[0] = 'x' * 299 + 'y'
    words[1][0] = 'y' * 8999
    named['z' * 299 + 'y'] = named.pop('z' * 300)
    named.clear()
    named['z' * 300 + 'token'] = 1
    named['z' * 300 + 'tokem'] = named.pop('z' * 300 + 'token')
    named = {'z' * 10001 + 'tokem': 1}
    named['z' * 10001 + 'token'] = named.pop('z' * 10001 + 'tokem')
    named['z' * 10001 + 'tokem'] = named.pop('z' * 10001 + 'token')
    deep = [[[[1]]]]
    turn = 4
    deep[0] = deep
    row.append(row)
    row[1][1].append(row)
    row[3] = [row]
    row[1][1].pop()
    inner.__class__ = Many
    inner.x = inner
    inner.x = print
    inner.x = Point.__init__
    Point.__init__.__qualname__ = 'Renamed'
    turn = 2
    inner.x = re.compile('\\u0438*')
    inner.x = [Text('sub')]
    inner.x[0] = Text('sup')
    inner.x = Pair(1, [2])
    inner.x.token.append(3)
    inner.x = collections.deque([[1]])
    inner.x[0].append(2)
    inner.x = slots = Slots()
    slots.x = [1]
    slots.x.append(2)
    inner.x = 1 << 70
    inner.x = float('1.5')
    inner.x = float('1.5')
    Many.__name__ = 'Few'
    Many.later = 1
    turn = 3
    return held
for turn in range(3):
    shown_again()
'''
NESTED = '''
import collections, random
class Held:
    pass
class Word(str):
    pass
def made(source, depth):
    kind = source.randrange(8 if depth else 3)
    if kind == 0: return source.choice([1, 0.1, 'a', 'it\\'s', None, 3e10])
    if kind == 1: return source.random() * 100
    if kind == 2: return source.choice([Word('w'), 'x' * source.randrange(60), (), b'b'])
    if kind == 3: return [made(source, depth - 1) for i in range(source.randrange(4))]
    if kind == 4: return {name: made(source, depth - 1) for name in source.sample(['a', 'b', 'c', 'token'], 3)}
    if kind == 5: return tuple(made(source, depth - 1) for i in range(source.randrange(4)))
    if kind == 6: return collections.OrderedDict(a=made(source, depth - 1))
    held = Held()
    held.one = made(source, depth - 1)
    held.other = made(source, depth - 1)
    return held
def holders_in(value, found):
    if any(value is one for one in found) or len(found) > 60: return found
    if isinstance(value, (list, dict, Held)): found.append(value)
    parts = value if isinstance(value, (list, tuple)) else value.values() if isinstance(value, dict) else \\
        vars(value).values() if isinstance(value, Held) else ()
    for part in list(parts): holders_in(part, found)
    return found
def replace(source, holder, value):
    if isinstance(holder, list):
        if holder and source.random() < 0.7: holder[source.randrange(len(holder))] = value
        else: holder.append(value)
    elif isinstance(holder, dict): holder[source.choice(list('abcd'))] = value
    else: setattr(holder, source.choice(['one', 'other', 'third']), value)
def changed(seed):
    source = random.Random(seed)
    held = [made(source, 3) for i in range(3)]
    same = held[0]
    for step in range(60):
        holders = holders_in(held, [])
        holder = source.choice(holders)
        value = source.choice(holders) if source.random() < 0.1 else made(source, source.randrange(3))
        replace(source, holder, value)
        del holder, value, holders
for seed in range(12):
    changed(seed)
'''
CLASSES = '''
class First:
    def __init__(self): self.x = 1
class Second:
    pass
class Other:
    def __init__(self): self.x = 2
def changes():
    value, other, keep = First(), Other(), []
    First.__name__ = 'Renamed'
    keep.append(1)
    First.__name__ = 'Third'
    keep.append(2)
    First.__module__ = 'elsewhere'
    keep.append(3)
    First.__module__ = 5
    keep.append(4)
    First.__module__ = '__main__'
    First.count = 7
    value.__class__ = Other
    keep.append(5)
    value.__dict__ = {'y': 3}
    keep.append(6)
    Other.__bases__ = (Second,) if Other.__bases__ != (object,) else Other.__bases__
    Other.__slots__ = ('z',)
    keep.append(7)
    First.__dict__
    for i in range(5):
        First.total = i
        keep.append(First())
    return value, other
changes()
def short_lived():
    for i in range(50):
        kind = type('Kind%d' % i, (), {})
        value = kind()
        value.i = i
        del kind, value
short_lived()
'''
FRAMES = '''
import sys, threading
threads = []
def outer(n):
    total = n
    def inner(k):
        nonlocal total
        total += k
        return [total + j for j in range(2) if j != k]
    class Body:
        value = inner(1)
        names = [inner(j) for j in range(2)]
    del n
    return inner
def generator(n):
    held = [n]
    while n:
        got = yield n
        held.append(got)
        n -= 1
    return held
def user(n):
    result = yield from generator(n)
    yield result
def recursive(n, seen=()):
    mine = seen + (n,)
    below = recursive(n - 1, mine) if n else mine
    return below
def failing(x):
    try:
        y = 1 / x
    except ZeroDivisionError as fault:
        name = str(fault)
        raise KeyError(x)
    finally:
        done = True
async def one(n):
    return n
async def coroutine(n):
    first = await one(n)
    second = await one(first + 1)
    return first, second
def in_thread(function):
    threads[:] = [threading.Thread(target=function)]
    threads[0].start()
    threads[0].join()
def many(*args, **kwargs):
    locals_of = sorted(args)
    return len(kwargs)
for turn in range(3):
    outer(turn)(2)
    list(user(2))
    recursive(4)
    try:
        failing(0)
    except KeyError:
        pass
    made = coroutine(turn)
    try:
        made.send(None)
    except StopIteration:
        pass
    many(3, 1, 2, a=1, password=2)
    started = generator(3)
    next(started)
    in_thread(lambda: list(started))
    for step in range(4):  # threads get the memory of those that have ended
        started = generator(9)
        in_thread(lambda: next(started))
        in_thread(lambda: next(started))
        started.send(1)
        in_thread(lambda: started.send(1))
        started.send(2)
'''


class NativeValuesTest(BothEngines):

    def test_each_value_in_each_place(self):
        self.assertGreater(len(self.compare(EACH)), 2000)

    def test_values_that_change_at_random(self):
        self.compare(RANDOM)

    def test_values_that_change_inside(self):
        self.compare(INSIDE)
        self.compare(INSIDE, redact=[])

    def test_holders_of_which_one_changes(self):
        self.compare(NESTED, function=['changed'])

    def test_classes_that_change(self):
        self.compare(CLASSES)

    def test_frames_of_all_kinds(self):
        self.compare(FRAMES)
        if not F_LOCALS_HAS_EFFECTS:  # there C alone reads frames that were entered unseen
            self.compare(FRAMES, cutoff=4)
        self.compare(FRAMES, events=['call', 'return'])

    def test_a_secret_under_a_name_of_a_string_class_of_the_program(self):
        for recorder in ('python', 'auto'):
            run = AgentRun(
                "class Text(str): pass\ndef keep(value): return value\nkeep([Text('token'), 'shown?'])\n",
                values=ALL, redact=['token'], recorder=recorder)
            self.assertNotIn(b'shown?', b''.join(run.lines))

    def test_with_no_names_of_secrets_and_with_all(self):
        self.compare(EACH, redact=[])
        self.compare(EACH, redact=['*'])


if __name__ == '__main__':
    unittest.main()
