# python: 3.7+
# debian: python3-prettytable python3-wcwidth python3-importlib-metadata python3-zipp python3-typing-extensions
import io

import prettytable
from prettytable import PrettyTable
from prettytable.colortable import ColorTable, Themes

table = PrettyTable(['City', 'Area', 'Rate'])
table.add_rows(
    [
        ['Adelaide', 1295, 600.5],
        ['Brisbane', 5905, 1146.4],
        ['Darwin', 112, 1714.7],
        ['\u6771\u4eac', None, -1],
        ['two\nlines', 7, 0],
    ]
)
print(table)
for options in (
    dict(sortby='Area', reversesort=True, start=1, end=4),
    dict(fields=['Rate', 'City'], border=False),
    dict(header=False, hrules=prettytable.ALL),
    dict(vrules=prettytable.NONE, padding_width=3),
    dict(title='A title', header_style='upper'),
    dict(sortby='Rate', sort_key=lambda row: -row[0]),
):
    try:
        print(table.get_string(**options))
    except Exception as error:
        print(type(error).__name__, error)
for style in (
    prettytable.MSWORD_FRIENDLY,
    prettytable.PLAIN_COLUMNS,
    prettytable.MARKDOWN,
    prettytable.ORGMODE,
    prettytable.DOUBLE_BORDER,
    prettytable.SINGLE_BORDER,
    prettytable.DEFAULT,
    99,
):
    try:
        table.set_style(style)
        print(table.get_string(fields=['City', 'Area']))
    except Exception as error:
        print(type(error).__name__, error)
table.align['City'] = 'l'
table.valign = 'm'
table.float_format = '5.3'
table.int_format = '4'
table.max_width = 6
table.min_width['Area'] = 8
table.add_column('Extra', list('abcde'), 'r', 't')
table.del_row(0)
print(table, table[1:3], table.rowcount, table.colcount)
print(
    table.get_html_string(attributes={'class': 'x'}),
    table.get_csv_string(),
    table.get_json_string(),
    table.get_latex_string(),
    sep='\n',
)
for action in (
    lambda: setattr(table, 'align', 'x'),
    lambda: table.add_row([1]),
    lambda: setattr(table, 'field_names', ['a', 'a']),
    lambda: setattr(table, 'padding_width', -1),
    lambda: setattr(table, 'float_format', 'x'),
    lambda: table.add_column('q', [1]),
    lambda: table.del_row(77),
    lambda: table.get_string(sortby='none'),
    lambda: table.del_column('none'),
    lambda: PrettyTable(nothing=1),
    lambda: table.nothing,
    lambda: setattr(table, 'hrules', 9),
    lambda: setattr(table, 'vertical_char', 'ab'),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(
    prettytable.from_csv(io.StringIO('a,b\n1,2\n')),
    prettytable.from_json('[["x"], {"x": 1}]'),
    prettytable.from_html_one('<table><tr><th>h</th></tr><tr><td>d<br>e</td></tr></table>'),
)
try:
    prettytable.from_html_one('<table></table><table></table>')
except ValueError as error:
    print(error)
print(ascii(ColorTable(['a'], theme=Themes.OCEAN).get_string()))
