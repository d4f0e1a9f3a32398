# python: 3.6+
# debian: python3-idna
import idna
from idna import codec, core, intranges

for text in (
    'example.com',
    'b\u00fccher.de',
    '\u0e44\u0e17\u0e22.com',
    'xn--bcher-kva.de',
    'xn--a',
    '\u05d0b',
    '\u05d0\u05d1',
    'a\u200db',
    '\u0915\u094d\u200d\u0937',
    'l\u00b7l',
    'a\u00b7',
    '-a',
    'a--b',
    'ab--c',
    'a' * 64,
    '',
    '.',
    'a..b',
    'A',
    '\u0301a',
    'fa\u00df.de',
    '\u2260',
    'a\u3002b',
    '\u30fb',
    '\u30a2\u30fb',
    '\u0375\u03b1',
    '\u05d0\u05f3',
    '\u0661a',
    '\u06f0\u0661',
    '\U0001f600',
    'x\u0378',
):
    for action in (
        lambda: idna.encode(text),
        lambda: idna.encode(text, uts46=True, std3_rules=True),
        lambda: idna.encode(text, uts46=True, transitional=True),
        lambda: idna.decode(text),
        lambda: idna.decode(text, uts46=True, strict=True),
        lambda: idna.alabel(text),
        lambda: idna.ulabel(text),
    ):
        try:
            print(ascii(action()))
        except idna.IDNAError as error:
            print(type(error).__name__, ascii(str(error)))
for text in ('a', '\u05d0', 'a\u05d0', '\u06601', '1', '\u05d01'):
    for ltr in (False, True):
        try:
            print(core.check_bidi(text, ltr))
        except idna.IDNABidiError as error:
            print(ascii(str(error)))
print(
    intranges.intranges_from_list([1, 2, 3, 7, 9, 10]),
    intranges.intranges_contain(7, intranges.intranges_from_list([1, 2, 7])),
    intranges.intranges_contain(5, (1 << 32 | 3,)),
)
print(
    codec.Codec().encode('b\u00fccher.de'), codec.Codec().decode(b'xn--bcher-kva.de'.decode()), codec.getregentry().name
)
