# python: 3.6+
# debian: python3-yaml
import datetime
import sys

sys.modules['yaml._yaml'] = sys.modules['_yaml'] = None
import yaml

TEXT = '''%YAML 1.1
---
a: &anchor [1, 0x1f, 0o7, 1.5, .inf, 1_000, 12:30:45, ~, yes, "quo\\u00e9\\n", 'it''s']
b: *anchor
<<: {merged: true}
c: |+
  kept
   more

d: >-
  folded
  lines

  end
? [complex, key]
: !!set {x}
e: !!binary aGVsbG8=
f: 2001-12-14t21:59:43.10-05:00
g: !!omap [{one: 1}, {two: 2}]
h: 2002-12-14
"i": - not a list
...
--- !!str text
--- # comment
- - nested
  - {flow: [a, b], "k":v}
-
  x: y
'''
try:
    print(list(yaml.safe_load_all(TEXT)))
except yaml.YAMLError as error:
    print(error)
fixed = TEXT.replace('"i": - not a list\n', '').replace('? [complex, key]', '? complex').replace('"k":v', '"k": v')
loaded = list(yaml.safe_load_all(fixed))
print(loaded)
for event in yaml.parse(fixed):
    print(event)
print([type(token).__name__ for token in yaml.scan(fixed)][:60])


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


yaml.add_representer(
    Point, lambda dumper, point: dumper.represent_sequence('!point', [point.x, point.y], flow_style=True)
)
yaml.add_constructor('!point', lambda loader, node: Point(*loader.construct_sequence(node)))
yaml.add_implicit_resolver(
    '!point',
    yaml.resolver.re.compile(r'^\d+@\d+$') if hasattr(yaml.resolver, 're') else __import__('re').compile(r'^\d+@\d+$'),
    list('0123456789'),
)
shared = [1, 2]
data = {
    'a': shared,
    'b': shared,
    'p': Point(1, 2),
    'text': 'several\nlines\n',
    'quoted': "it's: #x",
    'none': None,
    'float': 1e100,
    'date': datetime.date(2024, 1, 2),
    'set': {1},
    'bytes': b'\xff',
    'tuple': (1, 'a'),
    'é': '\u263a',
    'long': 'word ' * 40,
    'class': Point,
    'empty': [{}, []],
}
for options in (
    {},
    {'default_flow_style': True, 'width': 40},
    {'indent': 4, 'allow_unicode': True, 'explicit_start': True},
    {'default_style': '"', 'canonical': False},
    {'canonical': True},
    {'sort_keys': False, 'line_break': '\r\n'},
):
    print(yaml.dump(data, **options))
print(yaml.load('[!point [3, 4], !!python/tuple [1]]', Loader=yaml.UnsafeLoader)[1], yaml.safe_dump_all([1, 'x', [True]]))
for text in (
    'a: b: c',
    '[1, 2',
    '{a: 1',
    '"x',
    'a:\n\t- b',
    '*x',
    '&a',
    '!x y',
    '%FOO',
    'a: 1\n b: 2',
    '- a\nb',
    "'x\n---\n'",
    '\x01',
    '!!python/object:os.system {}',
    '? a\n? b\n-',
    '@x',
    '`',
    '%YAML 2.0\n---',
    '- !!int x',
    '{? a : b}',
    '<<: 1',
    '&a [*a]',
    '"\\x4"',
    '|x\n a',
    '!!timestamp 2001-99-99',
    '[a]: b',
):
    try:
        print(repr(yaml.safe_load(text)))
    except (yaml.YAMLError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    yaml.safe_dump(Point(1, 2))
except yaml.representer.RepresenterError as error:
    print(error.args[0])
