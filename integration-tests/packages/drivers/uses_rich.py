# python: 3.7+
# debian: python3-rich python3-markdown-it python3-mdurl python3-pygments python3-commonmark python3-typing-extensions
import io
import sys

sys.modules['attr'] = None  # which rich can do without, and uses_attr.py is about
from rich import box, errors, markup, pretty
from rich.columns import Columns
from rich.console import Console, Group
from rich.json import JSON
from rich.markdown import Markdown
from rich.padding import Padding
from rich.panel import Panel
from rich.style import Style
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

TEXT = '''# Title

Some *emphasis*, **strong**, `code`.

1. one
2. two
    - nested

> quote

```python
def f(x): return x
```

---
'''
console = Console(
    file=io.StringIO(), width=60, force_terminal=True, color_system='truecolor', legacy_windows=False, _environ={}
)
table = Table(title='Table', box=box.DOUBLE, show_lines=True, caption='[i]c[/i]', row_styles=['', 'dim'], expand=True)
table.add_column('A', style='cyan', no_wrap=True, ratio=1)
table.add_column('B', justify='right', header_style='bold', footer='f', min_width=5)
table.add_row('one', Text('two', style='red'), end_section=True)
table.add_row('[b]\u4f60\u597d[/b]', Panel('x', padding=0))
table.add_row('a long text that has to be wrapped in its column because it is wide')
tree = Tree('root', guide_style='bold')
tree.add('[red]a').add('b')
tree.add(Panel.fit('c', title='t'))
for thing in (
    table,
    tree,
    Markdown(TEXT),
    Syntax('def f(x):\n    return {x: 1}', 'python', line_numbers=True, theme='monokai', highlight_lines={1}),
    Columns(['a', 'bb', 'ccc'] * 5, equal=True),
    Padding('pad', (1, 2), style='on blue'),
    JSON('{"a": [1, null, true, "x"]}'),
    Group('x', Text.from_markup('[bold]y[/] :smile: [i]z[/i]')),
    Text('left to right', justify='full'),
    {'key': ['value', 1.5, None, True], 'set': {1}},
    [1, 'http://example.org', '127.0.0.1', b'x', (1,)],
):
    console.print(thing)
console.rule('[b]Rule')
console.print('[on red]a[/on red] \\[b] [not bold]c', style='green', justify='center', highlight=False)
console.print('word ' * 30, overflow='ellipsis', no_wrap=True)
console.out('plain', 3)
print(ascii(console.file.getvalue()))
for text in ('[a', '[/]', '[b]x[/i]', '[b]x', '[nothing]y[/nothing]', '\\[x]', '[@click=f]x[/]', '[]'):
    try:
        print(repr(markup.render(text)))
        console.print(text)
    except errors.MarkupError as error:
        print(error)
for text in (
    'bold red on blue',
    'not italic #ff0000',
    'rgb(1,2,3)',
    'color(5)',
    'nothing',
    'on',
    '',
    'rgb(1,2,999)',
):
    try:
        print(Style.parse(text), Style.parse(text) + Style(bold=True))
    except errors.StyleSyntaxError as error:
        print(error)
text = Text('some words of text')
text.stylize('bold', 2, 7)
text.highlight_words(['words'], 'red')
text.append('!', 'blue').truncate(12, overflow='ellipsis')
print(text.markup, text.wrap(console, 6), text.split(), text[2:5], text.plain, text.spans)
print(
    pretty.pretty_repr({'a': list(range(30)), 'b': {'c': ('x' * 30,) * 3}}, max_width=40, max_length=5, max_string=10),
    pretty.pretty_repr([[]] * 2, expand_all=True),
)
