"""Random Python programs: deterministic by their seed, bounded, and in the syntax of a version of CPython.

A program is one module that calls its own functions and prints what comes of it. Loops have three rounds at most,
and a function calls only functions of lower rank, so each program ends.
"""

import random

PRELUDE = '''\
class Failure(Exception):
    pass


class Scope:
    def __init__(self, value, quiet=False):
        self.value = value
        self.quiet = quiet

    def __enter__(self):
        return self.value

    def __exit__(self, kind, error, trace):
        return self.quiet

    async def __aenter__(self):
        return self.value

    async def __aexit__(self, kind, error, trace):
        return self.quiet

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.value -= 1
        if self.value < 0:
            raise StopAsyncIteration
        return self.value


class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got


class Box:
    __match_args__ = ("value", "other")

    def __init__(self, value, other=0):
        self.value = value
        self.other = other

    def __repr__(self):
        return "Box"

    def __bool__(self):
        return self.value % 2 == 0

    def __iter__(self):
        yield self.value
        yield self.other

    def __len__(self):
        return 2

    def __getitem__(self, key):
        if key in (0, 1):
            return self.other if key else self.value
        raise IndexError(key)

    def __lt__(self, other):
        return self.value < other

    @property
    def twice(self):
        return self.value * 2


def note(value, *more, **named):
    return value + len(more) + len(named)


def odd(value):
    return value % 2 == 1


def fails(value):
    if value % 3 == 0:
        raise Failure(value)
    if value % 5 == 0:
        raise ValueError("five")
    return value


def drive(coroutine):
    sent = None
    for _ in range(20):
        try:
            sent = coroutine.send(sent)
        except StopIteration as stop:
            return stop.value
    coroutine.close()
    return -1


def keep(function):
    def kept(*args):
        return function(*args)

    return kept


def times(count):
    def decorate(function):
        def repeated(*args):
            result = 0
            for _ in range(count):
                result = function(*args)
            return result

        return repeated

    return decorate


COUNT = 0
'''


class Program:
    """The text of one program; `minor` is the oldest 3.X that has to understand it."""

    def __init__(self, seed, minor):
        self.draw = random.Random(seed)
        self.minor = minor
        self.names = 0
        self.functions = []  # (name, parameters, kind), lower ranks first

    def text(self):
        parts = [PRELUDE]
        for _ in range(self.draw.randint(2, 4)):
            parts.append('\n\n' + '\n'.join(self.definition()) + '\n')
        parts.append('\n\n' + '\n'.join(self.main()) + '\n')
        return ''.join(parts)

    def main(self):
        lines = []
        for name, parameters, kind in self.functions:
            for _ in range(2):
                values = ', '.join(str(self.draw.randint(0, 9)) for _ in range(parameters))
                lines += [
                    'try:',
                    '    print(%s)' % self.wrapped('%s(%s)' % (name, values), kind),
                    'except Exception as error:',
                    '    print(type(error).__name__)',
                ]
        return lines

    def wrapped(self, call, kind):
        return {'plain': call, 'generator': 'list(%s)' % call, 'coroutine': 'drive(%s)' % call}[kind]

    def chance(self, share):
        return self.draw.random() < share

    def fresh(self, stem):
        self.names += 1
        return '%s%d' % (stem, self.names)

    def definition(self):
        kind = self.draw.choice(['plain'] * 5 + ['generator', 'generator', 'coroutine'])
        name = self.fresh('f')
        parameters = ['a', 'b', 'c'][: self.draw.randint(1, 3)]
        body = Body(self, kind, list(parameters))
        lines = []
        if kind == 'plain' and self.chance(0.3):
            lines += self.draw.choice(
                [['@keep'], ['@times(2)'], ['@keep', '@times(', '    1', ')'], ['@times(note(1))', '@keep']]
            )
        lines += self.head(('async ' if kind == 'coroutine' else '') + 'def ' + name, parameters)
        if self.chance(0.3):
            lines.append('    """Says what it does."""')
        lines += indented(body.block(self.draw.randint(3, 6)))
        if kind == 'generator':
            lines.append('    yield %s' % body.value(1))
        lines.append('    return %s' % body.value(1))
        self.functions.append((name, len(parameters), kind))
        return lines

    def head(self, start, parameters):
        annotated = [one + self.draw.choice(['', '', ': int', ': "int"']) for one in parameters]
        if self.chance(0.2):
            return (
                [start + '('] + ['    %s,' % one for one in annotated] + [')' + self.draw.choice(['', ' -> int']) + ':']
            )
        if self.chance(0.2):
            annotated[-1] += '=note(2)' if ':' not in annotated[-1] else ' = note(2)'
        return ['%s(%s)%s:' % (start, ', '.join(annotated), self.draw.choice(['', '', ' -> "int"']))]


def indented(lines, by='    '):
    return [by + line for line in lines]


class Body:
    """Statements of one function."""

    def __init__(self, program, kind, names):
        self.program = program
        self.draw = program.draw
        self.kind = kind
        self.names = names
        self.depth = 0
        self.loops = 0  # how many are around
        self.finals = 0  # blocks of finally since the innermost loop

    def block(self, count):
        self.depth += 1
        known = list(self.names)
        lines = []
        for _ in range(max(1, count)):
            lines += self.statement()
        self.names[:] = known if self.depth > 1 else self.names
        self.depth -= 1
        return lines

    def inner(self):
        return indented(self.block(self.draw.randint(1, 3) if self.depth < 3 else 1))

    def statement(self):
        simple = [self.assigned] * 4 + [
            self.called,
            self.augmented,
            self.several,
            self.printed,
            self.nothing,
            self.asserted,
            self.unpacked,
            self.deleted,
            self.global_counter,
            self.comprehended,
            self.literal,
            self.lambda_made,
            self.text_made,
            self.subscripted,
        ]
        nested = [self.conditional] * 4 + [
            self.counted,
            self.counted,
            self.conditional_loop,
            self.endless,
            self.tried,
            self.tried,
            self.tried,
            self.scoped,
            self.scoped,
            self.nested_function,
            self.nested_class,
            self.one_liner,
        ]
        if self.kind == 'generator':
            simple += [self.yielded] * 3 + [self.delegated]
        if self.kind == 'coroutine':
            simple += [self.awaited] * 3
            nested += [self.async_loop, self.async_scope]
        if self.program.minor >= 10:
            nested += [self.matched] * 2
        if self.program.minor >= 11 and self.kind == 'plain':
            nested += [self.grouped]
        leaving = [self.returned, self.raised] + [self.leaves_loop] * 3 * bool(self.loops)
        choice = self.draw.random()
        if choice < 0.12 and self.depth > 1:
            return self.draw.choice(leaving)()
        if choice < 0.5 and self.depth < 4:
            return self.draw.choice(nested)()
        return self.draw.choice(simple)()

    # expressions

    def name(self):
        return self.draw.choice(self.names)

    def value(self, deep=2):
        draw = self.draw
        if deep <= 0 or draw.random() < 0.35:
            return draw.choice([self.name(), self.name(), str(draw.randint(0, 9))])
        make = draw.choice(
            [
                self.sum,
                self.sum,
                self.call,
                self.call,
                self.ternary,
                self.indexed,
                self.boxed,
                self.totalled,
                self.user_call,
                self.either,
            ]
        )
        return make(deep - 1)

    def sum(self, deep):
        return '%s %s %s' % (self.value(deep), self.draw.choice('+-*'), self.value(0))

    def call(self, deep):
        return 'note(%s)' % ', '.join(
            [self.value(deep)]
            + self.draw.choice([[], [], ['1'], ['*(1, 2)'], ['k=%s' % self.value(0)], ['**{"k": 1}']])
        )

    def ternary(self, deep):
        return '(%s if %s else %s)' % (self.value(deep), self.condition(deep), self.value(deep))

    def indexed(self, deep):
        return self.draw.choice(
            ['[%s, 1, 2][1]', '(%s, 3)[0]', '{"k": %s}["k"]', '[4, 5, %s][-1]', 'Box(%s)[0]']
        ) % self.value(deep)

    def boxed(self, deep):
        return 'Box(%s).%s' % (self.value(deep), self.draw.choice(['value', 'twice', 'other']))

    def totalled(self, deep):
        return self.draw.choice(
            [
                'sum(i for i in range(3) if i != %s)',
                'sum([i * 2 for i in range(2)] + [%s])',
                'len({i for i in (1, %s)})',
                'max(%s, 2, key=lambda x: -x)',
                'sum({i: i for i in range(2)}.values()) + %s',
            ]
        ) % self.value(0)

    def user_call(self, deep):
        plain = [one for one in self.program.functions if one[2] != 'coroutine']
        if self.loops or not plain or deep < 1:
            return self.call(deep)
        name, parameters, kind = self.draw.choice(plain)
        call = '%s(%s)' % (name, ', '.join(self.value(0) for _ in range(parameters)))
        return call if kind == 'plain' else 'len(list(%s))' % call

    def either(self, deep):
        return '(%s %s %s)' % (self.value(deep), self.draw.choice(['and', 'or']), self.value(0))

    def condition(self, deep=2):
        draw = self.draw
        make = draw.random()
        if deep <= 0 or make < 0.3:
            return '%s %s %s' % (self.value(0), draw.choice(['<', '>', '==', '!=', '>=']), self.value(0))
        if make < 0.42:
            return 'odd(%s)' % self.value(deep - 1)
        if make < 0.52:
            return '%s < %s <= note(%s)' % (self.value(0), self.value(deep - 1), self.value(0))
        if make < 0.62:
            return 'not %s' % self.condition(deep - 1)
        if make < 0.68:
            return 'Box(%s)' % self.value(0)
        if make < 0.74:
            return '%s in (%s, 3)' % (self.value(0), self.value(deep - 1))
        if make < 0.78 and self.program.minor >= 8:
            return '(walrus := %s) > 2' % self.value(deep - 1)
        return '(%s %s %s)' % (self.condition(deep - 1), draw.choice(['and', 'or']), self.condition(deep - 1))

    def test(self):
        """A condition as it stands in a statement: in one line, or over several."""
        if self.draw.random() < 0.7:
            return [self.condition()]
        operator = self.draw.choice(['and', 'or'])
        parts = [self.condition(1) for _ in range(self.draw.randint(2, 3))]
        style = self.draw.random()
        if style < 0.4:
            return (
                ['(%s' % parts[0]]
                + ['        %s %s' % (operator, one) for one in parts[1:-1]]
                + ['        %s %s)' % (operator, parts[-1])]
            )
        if style < 0.7:
            return ['('] + ['    %s %s' % (one, operator) for one in parts[:-1]] + ['    %s' % parts[-1], ')']
        return (
            ['%s \\' % parts[0]]
            + ['        %s %s \\' % (operator, one) for one in parts[1:-1]]
            + ['        %s %s' % (operator, parts[-1])]
        )

    def headed(self, word):
        lines = self.test()
        lines[0] = '%s %s' % (word, lines[0])
        lines[-1] += ':'
        return lines

    def new(self):
        name = self.program.fresh('v')
        return name

    def known(self, name):
        self.names.append(name)
        return name

    # simple statements

    def assigned(self):
        style, name = self.draw.random(), self.new()
        if style < 0.15:
            lines = ['%s = note(' % name, '    %s,' % self.value(), '    %s,' % self.value(1), ')']
        elif style < 0.25:
            lines = ['%s = (' % name, '    %s' % self.value(), '    + %s' % self.value(1), ')']
        elif style < 0.35:
            lines = [
                '%s = (' % name,
                '    %s' % self.value(1),
                '    if %s' % self.condition(1),
                '    else %s' % self.value(1),
                ')',
            ]
        elif style < 0.45:
            lines = ['%s: int = %s' % (name, self.value())]
        elif style < 0.55:
            lines = ['%s = %s = %s' % (name, self.new(), self.value())]
        else:
            lines = ['%s = %s' % (name, self.value())]
        self.known(name)
        return lines

    def called(self):
        return self.draw.choice(
            [
                ['note(%s)' % self.value()],
                ['fails(%s)' % self.value(1)],
                ['note(', '    %s,' % self.value(), '    k=%s,' % self.value(1), ')'],
                [
                    'note(note(%s), *[' % self.value(),
                    '    i',
                    '    for i in range(2)',
                    '    if i < %s' % self.value(0),
                    '])',
                ],
            ]
        )

    def augmented(self):
        return ['%s %s= %s' % (self.name(), self.draw.choice('+-'), self.value())]

    def several(self):
        return ['%s = %s; note(%s)' % (self.name(), self.value(1), self.value(0))]

    def printed(self):
        return ['print(%s)' % ', '.join(self.value(1) for _ in range(self.draw.randint(1, 2)))]

    def nothing(self):
        return self.draw.choice(
            [
                ['pass'],
                ['...'],
                ['"a constant"'],
                ['if 0:', '    note(1)'],
                ['if __debug__:', '    note(%s)' % self.value(0)],
                ['3'],
                [self.name()],
                ['import sys'],
            ]
        )

    def asserted(self):
        return self.draw.choice(
            [
                ['assert %s' % self.condition()],
                ['assert %s, note(%s)' % (self.condition(1), self.value(0))],
                ['assert (', '    %s' % self.condition(1), '    or %s' % self.condition(1), '), "message"'],
            ]
        )

    def unpacked(self):
        one, two = self.new(), self.new()
        lines = self.draw.choice(
            [
                ['%s, %s = %s, %s' % (one, two, self.value(1), self.value(1))],
                ['%s, *%s = Box(%s)' % (one, two, self.value(0)), '%s = len(%s)' % (two, two)],
                ['(%s,' % one, ' %s) = (' % two, '    %s,' % self.value(1), '    %s)' % self.value(1)],
            ]
        )
        self.known(one)
        self.known(two)
        return lines

    def deleted(self):
        name = self.new()
        made = '%s = [%s, %s]' % (name, self.value(1), self.value(0))
        return [made, self.draw.choice(['del %s[0]', 'del %s', 'del %s[5]']) % name]

    def global_counter(self):
        return ['COUNTS = globals()', 'COUNTS["COUNT"] += %s' % self.value(0)]

    def comprehended(self):
        name = self.new()
        opened, closed, element = self.draw.choice(
            [('sum([', '])', 'i + j'), ('len({', '})', 'i'), ('len({', '})', 'i: j'), ('sum(', ')', 'i * j')]
        )
        if self.draw.random() < 0.3:
            lines = ['%s = sum([i for i in range(%d) if i != %s])' % (name, self.draw.randint(0, 3), self.value(0))]
        else:
            lines = [
                '%s = %s' % (name, opened),
                '    %s' % element,
                '    for i in range(%d)' % self.draw.randint(0, 3),
                '    for j in (%s, 2)' % self.value(0),
            ]
            lines += self.draw.choice(
                [
                    [],
                    ['    if i < %s' % self.value(0)],
                    ['    if odd(j)', '    if i != %s' % self.value(0)],
                    ['    if (i', '        and %s)' % self.condition(0)],
                ]
            ) + [closed]
        self.known(name)
        return lines

    def literal(self):
        name = self.new()
        return self.draw.choice(
            [
                ['%s = [' % name, '    %s,' % self.value(), '    1,', '    %s,' % self.value(), ']'],
                ['%s = {' % name, '    "a": %s,' % self.value(), '    "b": %s,' % self.value(), '}'],
                ['%s = (%s,' % (name, self.value()), '    *Box(%s),' % self.value(0), '    2)'],
                ['%s = {' % name, '    **{"x": %s},' % self.value(1), '    "y": 2,', '}'],
                ['%s = {1, %s}' % (name, self.value())],
            ]
        )

    def lambda_made(self):
        name = self.new()
        made = self.draw.choice(
            ['lambda x: x + %s', 'lambda x, y=note(1): x * y + %s', 'lambda x: (\n    note(x)\n    + %s\n)']
        )
        made %= self.value(0)
        self.value(0)
        return ('%s = %s' % (name, made)).split('\n') + ['note(%s(%s))' % (name, self.value(0))]

    def text_made(self):
        name = self.new()
        return self.draw.choice(
            [
                ['%s = f"{%s} and {note(%s):>4}"' % (name, self.name(), self.value(0))],
                ['%s = "%%s %%d" %% (%s, %s)' % (name, self.value(1), self.value(0))],
                ['%s = "a" \\' % name, '    "b{}".format(%s)' % self.value(1)],
                ['%s = (' % name, '    f"{note(%s)}"' % self.value(0), '    f"{%s!r}"' % self.name(), ')'],
                ['%s = str(%s).strip().upper()' % (name, self.value(1))],
                ['%s = (str(%s)' % (name, self.value(0)), '    .strip()', '    .upper())'],
            ]
        )

    def subscripted(self):
        name = self.new()
        return [
            '%s = {}' % name,
            '%s[%s] = %s' % (name, self.value(1), self.value(1)),
            'note(len(%s))' % name,
        ] + self.draw.choice([[], ['%s[7]' % name], ['Box(1)[%s]' % self.value(0)], ['1 // %s' % self.name()]])

    def yielded(self):
        name = self.new()
        lines = self.draw.choice(
            [
                ['yield %s' % self.value()],
                ['%s = yield %s' % (name, self.value(1))],
                ['yield (', '    %s,' % self.value(1), '    %s,' % self.value(1), ')'],
                ['yield'],
            ]
        )
        return lines

    def delegated(self):
        return [
            'yield from %s'
            % self.draw.choice(['range(2)', 'Box(%s)' % self.value(0), '(i for i in range(2))', '[%s]' % self.value(1)])
        ]

    def awaited(self):
        coroutines = [one for one in self.program.functions if one[2] == 'coroutine']
        if coroutines and not self.loops and self.draw.random() < 0.4:
            name, parameters, _ = self.draw.choice(coroutines)
            return ['await %s(%s)' % (name, ', '.join(self.value(0) for _ in range(parameters)))]
        name = self.new()
        return self.draw.choice(
            [
                ['await Pause(%s)' % self.value(1)],
                ['%s = await Pause(%s)' % (name, self.value(0))],
                ['%s = [i async for i in Scope(2)]' % name],
                ['await Pause(', '    %s' % self.value(1), ')'],
            ]
        )

    # statements that leave

    def returned(self):
        if self.kind == 'generator' and self.draw.random() < 0.3:
            return ['return']
        return self.draw.choice(
            [
                ['return %s' % self.value()],
                ['return (', '    %s' % self.value(1), '    + %s' % self.value(0), ')'],
                ['return %s if %s else %s' % (self.value(1), self.condition(1), self.value(0))],
                ['return %s and %s' % (self.condition(1), self.value(1))],
            ]
        )

    def raised(self):
        return self.draw.choice(
            [
                ['raise Failure(%s)' % self.value(1)],
                ['raise ValueError'],
                ['raise Failure(', '    %s,' % self.value(1), ')'],
                ['raise KeyError(1) from None'],
                ['fails(0)'],
                ['1 // 0'],
            ]
        )

    def leaves_loop(self):
        word = self.draw.choice(['break', 'continue'])
        return ['break' if self.finals and self.program.minor < 8 else word]

    # statements with blocks

    def conditional(self):
        lines = self.headed('if') + self.inner()
        for _ in range(self.draw.choice([0, 0, 1])):
            lines += self.headed('elif') + self.inner()
        if self.draw.random() < 0.5:
            lines += ['else:'] + self.inner()
        return lines

    def one_liner(self):
        return self.draw.choice(
            [
                ['if %s: %s = %s' % (self.condition(), self.name(), self.value(1))],
                ['if %s: note(%s)' % (self.condition(1), self.value(0)), 'else: note(%s)' % self.value(0)],
                ['for i in range(2): note(i)'],
                ['with Scope(1): note(%s)' % self.value(0)],
                ['try: fails(%s)' % self.value(0), 'except (Failure, ValueError): note(1)'],
            ]
        )

    def looping(self):
        finals, self.finals = self.finals, 0
        self.loops += 1
        lines = self.inner()
        self.loops -= 1
        self.finals = finals
        return lines

    def orelse(self):
        return ['else:'] + self.inner() if self.draw.random() < 0.3 else []

    def counted(self):
        name = self.program.fresh('i')
        source = self.draw.choice(
            [
                'range(%d)' % self.draw.randint(0, 3),
                '(%s, 1)' % self.value(0),
                'Box(%s)' % self.value(0),
                '[%s, %s]' % (self.value(1), self.value(0)),
                '(i for i in range(2))',
                'sorted((2, 1, %s))' % self.value(0),
                'enumerate((3, %s))' % self.value(0),
                'zip((1, 2), (3, %s))' % self.value(0),
            ]
        )
        if source[0] in 'ez':
            lines = ['for %s, %s in %s:' % (name, self.program.fresh('j'), source)]
        elif self.draw.random() < 0.15:
            lines = ['for %s in (' % name, '    %s,' % self.value(1), '    %s,' % self.value(0), '):']
        else:
            lines = ['for %s in %s:' % (name, source)]
        known = list(self.names)
        self.known(name)
        lines += self.looping()
        self.names[:] = known
        return lines + self.orelse()

    def conditional_loop(self):
        name = self.new()
        lines = ['%s = %d' % (name, self.draw.randint(0, 3))]
        test = self.draw.choice(
            [
                ['while %s > 0:' % name],
                ['while %s > 0 and %s:' % (name, self.condition(1))],
                ['while (%s > 0' % name, '        and %s):' % self.condition(1)],
                ['while note(%s) > 0:' % name],
            ]
        )
        return lines + test + ['    %s -= 1' % name] + self.looping() + self.orelse()

    def endless(self):
        name = self.new()
        return [
            '%s = %d' % (name, self.draw.randint(1, 3)),
            self.draw.choice(['while True:', 'while 1:']),
            '    %s -= 1' % name,
            '    if %s <= 0:' % name,
            '        break',
        ] + self.looping()

    def tried(self):
        lines = ['try:'] + self.inner()
        kinds = self.draw.sample(
            ['Failure', 'ValueError', '(KeyError, IndexError)', 'ZeroDivisionError', 'AssertionError'],
            self.draw.randint(0, 2),
        )
        for kind in kinds:
            if self.draw.random() < 0.4:
                lines += (
                    ['except %s as error:' % kind]
                    + self.inner()
                    + self.draw.choice(
                        [[], [], ['    note(len(error.args))'], ['    raise'], ['    raise Failure(1) from error']]
                    )
                )
            else:
                lines += ['except %s:' % kind] + self.inner()
        if self.draw.random() < 0.4:
            lines += ['except Exception:'] + self.inner()
            kinds.append('Exception')
        if kinds and self.draw.random() < 0.4:
            lines += ['else:'] + self.inner()
        if not kinds or self.draw.random() < 0.4:
            self.finals += 1
            lines += ['finally:'] + self.inner()
            self.finals -= 1
        return lines

    def scoped(self):
        quiet = lambda: self.draw.choice(['', ', True', ', quiet=%s > 3' % self.name()])
        name = self.new()
        style = self.draw.random()
        known = list(self.names)
        if style < 0.6:
            lines = [
                'with Scope(%s%s)%s:'
                % (
                    self.value(1),
                    quiet(),
                    self.draw.choice(['', ' as %s' % self.known(name)]) if self.draw.random() < 0.5 else '',
                )
            ]
            self.names[:] = known
        elif style < 0.8:
            lines = ['with Scope(%s%s), Scope(%s) as %s:' % (self.value(0), quiet(), self.value(0), name)]
        elif style < 0.9 or self.program.minor < 10:
            lines = ['with Scope(%s%s) as %s, \\' % (self.value(0), quiet(), name), '        Scope(2%s):' % quiet()]
        else:
            lines = [
                'with (',
                '    Scope(%s%s) as %s,' % (self.value(0), quiet(), name),
                '    Scope(2%s),' % quiet(),
                '):',
            ]
        return lines + self.inner()

    def nested_function(self):
        name = self.program.fresh('g')
        inside = Body(self.program, 'generator' if self.draw.random() < 0.3 else 'plain', list(self.names) + ['x'])
        inside.depth = self.depth + 1
        reads = self.draw.choice(self.names)
        lines = ['@keep'] if self.draw.random() < 0.2 else []
        lines += ['def %s(x=%s):' % (name, self.value(0))]
        local = '%s_%s' % (reads, name)
        inside.names = ['x', local]
        lines += ['    %s = %s + x' % (local, reads)] + indented(inside.block(2))
        lines += (
            ['    yield %s' % inside.value(1)] if inside.kind == 'generator' else ['    return %s' % inside.value(1)]
        )
        use = '%s(%s)' % (name, self.draw.choice(['', '2', self.value(0)]))
        # up to 3.6 a StopIteration may leave a generator (PEP 479)
        first = 'note(next(%s))' if self.program.minor > 6 else 'note(next(%s, 0))'
        return lines + [
            self.draw.choice(
                ['note(sum(%s))', 'for i in %s: note(i)', first, 'note(len(list(%s)))']
                if inside.kind == 'generator'
                else ['note(%s)', '%s']
            )
            % use
        ]

    def nested_class(self):
        name = self.program.fresh('K')
        return [
            'class %s%s:' % (name, self.draw.choice(['', '(Box)'])),
            self.draw.choice(['    """A class."""', '    kind: int = note(1)']),
            '    size = %s' % self.draw.randint(0, 9),
            '    def __init__(self, value):',
            '        self.value = value',
            '',
            '    @property',
            '    def half(self):',
            '        if self.value > %s:' % self.draw.randint(0, 9),
            '            return self.size',
            '        return self.value',
            'note(%s(%s).half)' % (name, self.value(0)),
        ]

    def async_loop(self):
        return ['async for %s in Scope(%d):' % (self.new(), self.draw.randint(0, 3))] + self.looping() + self.orelse()

    def async_scope(self):
        return ['async with Scope(%s%s):' % (self.value(0), self.draw.choice(['', ', True']))] + self.inner()

    def matched(self):
        lines = [
            'match %s:'
            % self.draw.choice(
                [
                    self.value(1),
                    '(%s, %s)' % (self.value(0), self.value(1)),
                    'Box(%s)' % self.value(0),
                    '{"k": %s}' % self.value(0),
                ]
            )
        ]
        capture = self.new()
        patterns = [
            '0',
            '1 | 2',
            '%s if %s' % (capture, self.condition(1)),
            '[0, *_]',
            '(%s, 1)' % capture,
            '{"k": 3}',
            '{"k": %s, **rest}' % capture,
            'Box(1)',
            'Box(value=%s)' % capture,
            'int(%s) if odd(%s)' % (capture, capture),
            '-1 | 5',
            'None | True',
            '(\n    3\n    | 4\n)',
            '[%s, _] if %s' % (capture, self.condition(1)),
        ]
        for pattern in self.draw.sample(patterns, self.draw.randint(1, 3)):
            lines += ['    ' + line for line in ('case %s:' % pattern).split('\n')] + indented(self.inner())
        if self.draw.random() < 0.5:
            lines += ['    case _:'] + indented(self.inner())
        return lines

    def grouped(self):
        return (
            [
                'try:',
                '    raise ExceptionGroup("group", [Failure(%s), %s])'
                % (self.value(0), self.draw.choice(['ValueError(2)', 'KeyError(1)'])),
                'except* Failure:',
                '    note(%s)' % self.value(0),
            ]
            + self.draw.choice([[], ['except* ValueError as group:', '    note(len(group.exceptions))']])
            + self.draw.choice([[], ['finally:', '    note(3)']])
        )
