# python: 3.6+
# debian: python3-simplejson
import collections
import decimal
import io
import sys

sys.modules['simplejson._speedups'] = None
import simplejson
from simplejson import JSONDecodeError, RawJSON, encoder

for text in (
    '{"a": [1, 2.5, -3e2, null, true, false, "\\u00e9\\n\\ud83d\\ude00"], "b": {}}',
    '[]',
    ' 1 ',
    '{"a" 1}',
    '{"a": 1,}',
    '[1,',
    '[1 2]',
    '"x',
    '"\\x"',
    '"\\u12"',
    'nul',
    '',
    '{1: 2}',
    '[1] x',
    'NaN',
    '-Infinity',
    '"a\tb"',
    '{"a": 1, "a": 2}',
    '\ufeff[]',
    '[' * 5 + ']' * 5,
    '-',
    '01',
    '1.',
    '"\\ud800"',
    '{"a":',
):
    for options in (
        {},
        dict(object_pairs_hook=list, parse_float=decimal.Decimal, strict=False),
        dict(object_hook=sorted, use_decimal=True, parse_constant=str, parse_int=float),
    ):
        try:
            print(ascii(simplejson.loads(text, **options)))
        except JSONDecodeError as error:
            print(error, error.pos, error.lineno, error.colno)


class Own:
    def __init__(self, value):
        self.value = value

    def _asdict(self):
        return {'v': self.value}

    def for_json(self):
        return [self.value]


Pair = collections.namedtuple('Pair', 'x y')
data = {
    'b': [1, 2.5, None, True, 'é"\\\n\u2028</'],
    'a': (1, {'z': []}),
    3: float('inf'),
    None: 1e100,
    True: decimal.Decimal('1.10'),
}
for value, options in (
    (data, {}),
    (data, dict(indent='  ')),
    (data, dict(indent=2, separators=(',', ': '), item_sort_key=lambda pair: str(pair[0]))),
    (data, dict(ensure_ascii=False, ignore_nan=True)),
    (data, dict(allow_nan=False)),
    (data, dict(use_decimal=False)),
    ({(1, 2): 3}, {}),
    ({(1, 2): 3}, dict(skipkeys=True)),
    (Own(1), {}),
    (Own(1), dict(for_json=True)),
    ([Own(1)], dict(default=lambda own: own.value)),
    (Pair(1, 2), {}),
    (Pair(1, 2), dict(namedtuple_as_object=False, tuple_as_array=False)),
    (iter([1, 2]), dict(iterable_as_array=True)),
    (iter([]), {}),
    (2**60, dict(bigint_as_string=True)),
    ([2**31, 1], dict(int_as_string_bitcount=31)),
    (b'bytes', {}),
    (b'\xff', {}),
    (b'x', dict(encoding=None)),
    (RawJSON('{"raw": 1}'), {}),
    ('<&>\u2029', dict(cls=encoder.JSONEncoderForHTML)),
    ({'a': 1, 'b': 2}, dict(sort_keys=True)),
    ([[]], dict(indent=1)),
    (range(2), {}),
):
    try:
        print(simplejson.dumps(value, **options))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
loop = []
loop.append({'x': loop})
try:
    simplejson.dumps(loop)
except ValueError as error:
    print(error)
out = io.StringIO()
simplejson.dump({'x': [1]}, out, indent=1)
print(
    out.getvalue(),
    simplejson.load(io.StringIO('[1]')),
    simplejson.JSONDecoder().raw_decode('[1] x'),
    list(simplejson.JSONEncoder().iterencode([1, {'a': 2}])),
    simplejson.loads(b'"\xc3\xa9"'),
    simplejson.simple_first(('a', [1])),
)
