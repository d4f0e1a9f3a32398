from pygments import highlight, lex
from pygments.formatters import HtmlFormatter, LatexFormatter, NullFormatter, TerminalFormatter
from pygments.lexers import get_lexer_by_name, guess_lexer, guess_lexer_for_filename

SOURCES = {
    "python": "def f(x: int) -> str:\n    '''Doc.'''\n    return f\"{x!r:>{3}}\" + 'a' * 0x1F  # comment\n",
    "json": '{"a": [1, 2.5, null, "\\u00e9"]}',
    "java": "class A<T> { @Override public int f() { return 'c' + 1L; } // x\n}",
    "yaml": "a: &x\n  - 1\n  - 'two'\n",
    "html": "<p class=x>text<script>var a = 1;</script></p>",
    "bash": "for x in $(ls); do echo \"${x%.py}\" | grep -v a; done\n",
    "diff": "--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n",
}
for name, source in sorted(SOURCES.items()):
    lexer = get_lexer_by_name(name, stripall=name == "html")
    print(name, len(list(lex(source, lexer))))
    for formatter in (HtmlFormatter(linenos="table", full=True), LatexFormatter(), TerminalFormatter(),
                      NullFormatter()):
        print(len(highlight(source, lexer, formatter)) > 10)
print(guess_lexer("#!/usr/bin/python\nprint(1)\n").name, guess_lexer_for_filename("x.py", "x = 1").name)
