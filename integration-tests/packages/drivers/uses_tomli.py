# python: 3.7+
# debian: python3-tomli
import io
from decimal import Decimal

import tomli

TEXT = '''
title = "TOML \\u00e9 \\t"  # comment
'quoted key' = 'literal\\n'
a.b.c = 1
number = [1_000, 0xff, 0o17, 0b11, -1, +2, 1.5, 6.02e23, inf, -nan]
dates = [1979-05-27T07:32:00Z, 1979-05-27T00:32:00.999999-07:00, 1979-05-27 07:32:00, 1979-05-27, 07:32:00.5]
text = """
several \\
   lines "" """
raw = \'\'\'
x \\ y\'\'\'
inline = { x = 1, "y" = [ { z = true }, { z = false } ], q.r = {} }
array = [
  "a", # first
  "b",
]
[table]
key = 1
[table.sub]
other = 2
[[items]]
name = "one"
[[items.parts]]
n = 1
[[items]]
name = "two"
'''
print(tomli.loads(TEXT))
print(tomli.load(io.BytesIO(b'a = 1.10\r\nb = 2')), tomli.loads('x = 0.1', parse_float=Decimal))
for text in (
    'a',
    'a =',
    'a = 1 b = 2',
    'a = 1\na = 2',
    '[a]\n[a]',
    'a = "x',
    "a = 'x\n'",
    'a = [1',
    'a = {b = 1,}',
    '[[a]]\n[a]',
    'a.b = 1\na = 2',
    'a = 01',
    'a = 1__0',
    'a = 2021-13-40',
    '[a',
    'a = "\\q"',
    'a = "\\uD800"',
    'a = tru',
    '= 1',
    'a = "\x00"',
    'a = {b = 1}\n[a.c]',
    'a = [1]\n[[a]]',
    'x = 25:00:00',
    'a = """x',
    '[a]b',
    '\u00e9 = 1',
    '[ ]',
    'a = {x = 1, x = 2}',
    '# \x7f',
):
    try:
        print(tomli.loads(text))
    except tomli.TOMLDecodeError as error:
        print(repr(text), error)
try:
    tomli.load(io.StringIO('a = 1'))
except TypeError as error:
    print(error)
