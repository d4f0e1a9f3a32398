# python: 3.6+
# debian: python3-tabulate python3-wcwidth
import collections

import tabulate

rows = [['spam', 41.9999, '1'], ['eggs', '451.0', None], ['multi\nline', 1e10, 'x'], ['\u4f60\u597d', -3, '']]
for name in tabulate.tabulate_formats:
    print(name)
    print(tabulate.tabulate(rows, headers=['name', 'qty', 'n'], tablefmt=name))
for data, options in (
    ({'a': [1, 2], 'b': [3]}, dict(headers='keys')),
    ([{'a': 1}, {'b': 2}], dict(headers='keys')),
    ([{'a': 1}], dict(headers={'a': 'A'})),
    (rows, dict(headers='firstrow', showindex=True)),
    (rows, dict(showindex=['i', 'j', 'k', 'l'], missingval='?')),
    (rows, dict(showindex='never', floatfmt=('', '.2f'), numalign='center', stralign='right')),
    (rows, dict(disable_numparse=True)),
    (rows, dict(disable_numparse=[1])),
    (rows, dict(colalign=('right', 'left', 'center'))),
    ([], {}),
    ([], dict(headers=['a'])),
    ([[]], {}),
    ([collections.namedtuple('N', 'x y')(1, 2)], dict(headers='keys')),
    (['ab', 'cd'], {}),
    ([[True, b'x', 1j, '1,000', '0x10', 'nan', '-']], dict(tablefmt='html')),
    ([['\x1b[31mred\x1b[0m', 1]], {}),
    (rows, dict(showindex=['i'])),
    ([{'a': 1}], dict(headers=['x'])),
    (3, {}),
    ([1, 2], {}),
    (rows, dict(tablefmt='nothing')),
    (rows, dict(headers='abcdef')),
    ([[1.5, 2], ['a', '3.25']], dict(numalign=None)),
    ([['<b>', '&']], dict(tablefmt='unsafehtml')),
    ([['a_b', '$x^2$']], dict(tablefmt='latex')),
    (iter([[1], [2]]), dict(headers=['only'])),
    (zip('ab', 'cd'), dict(tablefmt=tabulate.simple_separated_format(';'))),
):
    try:
        print(tabulate.tabulate(data, **options))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
tabulate.PRESERVE_WHITESPACE = True
print(tabulate.tabulate([['  x ', 1]], tablefmt='pipe'))
