# python: 3.7+
# debian: python3-pygments python3-importlib-metadata python3-zipp python3-more-itertools python3-typing-extensions
import io

import pygments
from pygments import formatters, lexers, styles, token, util
from pygments.filters import KeywordCaseFilter, VisibleWhitespaceFilter
from pygments.lexer import RegexLexer, bygroups, include, using, words

PYTHON = '''@decorated
async def f(x: int = 0x1F, *a, **k) -> None:
    """Doc >>> x"""
    return f"{x!r:>{width}} \\n" + rb'\\x00' if x else lambda: [i for i in 1_000j]
class A(B): pass  # comment
'''
TEXTS = {
    'python': PYTHON,
    'json': '{"a": [1, 2.5e3, null, "x\\u00e9"], /* no */ }',
    'html': '<!DOCTYPE html><p class="a" id=b>x &amp; <script>var x = /re/g;</script><style>a { b: c }</style>',
    'c': '#include <a.h>\nint main(void) { /* c */ return 0x1fUL + \'a\'; } // end\n#define X(y) \\\n  y\n',
    'yaml': 'a: &x [1, "b"]\nc: |\n  text\nd: *x\n? e\n: !!str f\n',
    'bash': 'for x in "$@"; do echo ${x%.*} $((1+2)) | cat <<E\nx\nE\ndone',
    'pycon': '>>> 1 + 1\n2\n>>> x\nTraceback (most recent call last):\n  File "<stdin>", line 1, in <module>\nNameError: x\n',
    'diff': '--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n',
    'rst': 'T\n=\n\n.. code:: python\n\n   x = 1\n\n*e* ``l``\n',
    'sql': "SELECT 'a' FROM b -- c\n",
}


class Own(RegexLexer):
    name = 'Own'
    tokens = {
        'common': [(r'\s+', token.Whitespace)],
        'root': [
            include('common'),
            (words(('let', 'in'), suffix=r'\b'), token.Keyword),
            (r'(\w+)(=)', bygroups(token.Name, token.Operator)),
            (r'\{', token.Punctuation, 'inner'),
            (r'`[^`]*`', using(lexers.PythonLexer)),
        ],
        'inner': [(r'\}', token.Punctuation, '#pop'), (r'[^}]+', token.String)],
    }


for name, text in TEXTS.items():
    lexer = lexers.get_lexer_by_name(name, stripall=True)
    found = list(lexer.get_tokens(text))
    print(name, len(found), sorted({str(kind) for kind, _ in found}))
for formatter in (
    formatters.HtmlFormatter(linenos='table', hl_lines=[2], anchorlinenos=True, lineanchors='l'),
    formatters.HtmlFormatter(full=True, noclasses=True, title='t'),
    formatters.LatexFormatter(linenos=True),
    formatters.Terminal256Formatter(style='monokai'),
    formatters.TerminalFormatter(bg='dark'),
    formatters.SvgFormatter(),
    formatters.RtfFormatter(),
    formatters.RawTokenFormatter(),
    formatters.NullFormatter(),
    formatters.BBCodeFormatter(),
):
    text = pygments.highlight(PYTHON, lexers.PythonLexer(), formatter)
    print(type(formatter).__name__, len(text))
lexer = Own()
lexer.add_filter(KeywordCaseFilter(case='upper'))
lexer.add_filter(VisibleWhitespaceFilter(spaces=True))
print(list(lexer.get_tokens('let a={x} in `1+b` ?')))
print(
    formatters.HtmlFormatter(style='friendly').get_style_defs('.h')[:200],
    len(list(styles.get_all_styles())),
    len(list(lexers.get_all_lexers())) > 400,
)
print(
    lexers.guess_lexer('#!/usr/bin/python\nimport x').name,
    lexers.find_lexer_class_for_filename('a.html', '<p>').name,
    lexers.get_lexer_for_mimetype('text/css').aliases,
)
for action in (
    lambda: lexers.get_lexer_by_name('nothing'),
    lambda: formatters.get_formatter_by_name('nothing'),
    lambda: styles.get_style_by_name('nothing'),
    lambda: lexers.get_lexer_for_filename('x.nothing'),
):
    try:
        action()
    except util.ClassNotFound as error:
        print(error)
