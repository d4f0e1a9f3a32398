# python: 3.6+
# debian: python3-attr
import attr
from attr import converters, filters, setters, validators


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error.args[0] if error.args else '')


@attr.s(slots=True, order=True)
class Point:
    x = attr.ib(default=0, converter=int, validator=validators.instance_of(int))
    y = attr.ib(factory=int, repr=lambda value: '<%d>' % value, eq=True)

    @y.validator
    def check(self, attribute, value):
        if value < 0:
            raise ValueError('negative', attribute.name)


@attr.s(frozen=True, kw_only=True, cache_hash=True, auto_exc=False)
class Named:
    name = attr.ib(validator=[validators.matches_re('[a-z]+'), validators.max_len(5)])
    kind = attr.ib(default='a', validator=validators.optional(validators.in_('ab')))
    tags = attr.ib(factory=list, hash=False, converter=converters.pipe(list, sorted))
    full = attr.ib(init=False, default=attr.Factory(lambda self: self.name + self.kind, takes_self=True))


@attr.define
class Child:
    parent: 'Parent' = None
    items: dict = attr.field(
        factory=dict,
        validator=validators.deep_mapping(
            validators.instance_of(str), validators.and_(validators.instance_of(int), validators.lt(9))
        ),
        on_setattr=setters.frozen,
    )
    both: list = attr.field(factory=list, validator=validators.deep_iterable(validators.is_callable()))

    def __attrs_post_init__(self):
        self.both = self.both + [len]


@attr.s(auto_attribs=True, eq=False)
class Parent:
    children: list = attr.Factory(list)
    count: int = 3


@attr.s(auto_exc=True, auto_attribs=True)
class Failure(Exception):
    code: int
    text: str = attr.ib(default='x', eq=str.lower)


for action in (
    lambda: Point('3', 4),
    lambda: Point(1, -1),
    lambda: Point('a'),
    lambda: Point(1) < Point(2),
    lambda: Point(1) == Point(1, 0),
    lambda: Point(1) < 3,
    lambda: sorted([Point(2), Point(1, 5), Point(1)]),
    lambda: Named(name='abc', tags='ba'),
    lambda: Named(name='ABC'),
    lambda: Named(name='abcdef'),
    lambda: Named(name='a', kind='c'),
    lambda: Named('a'),
    lambda: setattr(Named(name='a'), 'name', 'b'),
    lambda: hash(Named(name='a')) == hash(Named(name='a')),
    lambda: attr.evolve(Named(name='a'), kind='b'),
    lambda: attr.asdict(Child(items={'a': 1}), filter=filters.exclude(attr.fields(Child).both)),
    lambda: Child(items={'a': 10}),
    lambda: Child(items={1: 1}),
    lambda: Child(both=[1]),
    lambda: setattr(Child(), 'items', {}),
    lambda: attr.asdict(Parent([Point(1), {'k': Point(2)}, (Point(3),)])),
    lambda: attr.astuple(Parent([Point(1)]), retain_collection_types=True),
    lambda: Failure(1) == Failure(1, 'X'),
    lambda: str(Failure(2, 'y')),
    lambda: [field.name for field in attr.fields(Named)],
    lambda: attr.has(Point),
    lambda: attr.fields(int),
    lambda: attr.make_class('Made', {'a': attr.ib(default=1), 'b': attr.ib()}),
    lambda: attr.make_class('Made', ['a', 'b'], frozen=True)(1, b=2),
    lambda: Point(1).z,
    lambda: attr.resolve_types(Child, globals(), locals()).__name__,
    lambda: attr.validate(Point(1)),
    lambda: attr.cmp_using(eq=lambda a, b: True, class_name='C')(1) == 2,
    lambda: converters.to_bool('maybe'),
    lambda: converters.to_bool('yes'),
    lambda: converters.default_if_none(factory=list)(None),
    lambda: converters.optional(int)(None),
    lambda: attr.s(these={'q': attr.ib()})(type('Q', (), {}))(4).q,
    lambda: Point.__init__.__doc__,
):
    attempt(action)


@attr.s(
    these={'a': attr.ib(default=1), 'b': attr.ib(default=2)},
    field_transformer=lambda cls, fields: [field.evolve(default=7) for field in fields],
    collect_by_mro=True,
)
class Changed(Point):
    pass


print(Changed(), attr.fields_dict(Changed)['a'].default, validators.get_disabled())
with validators.disabled():
    print(Point(1, -1))
