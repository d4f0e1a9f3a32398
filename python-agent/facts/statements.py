"""The statements of a Python source: its logical lines, and those of them for which this interpreter has byte code.

Each function takes a text (or what was made of it) and returns data; nothing is run or written. A *logical line* is
what the tokenizer ends with NEWLINE: a simple statement, several behind each other on a line, or the header of a
compound statement, with all physical lines that it takes. A statement is named by the first line of its logical line.
Runs on 3.6 and newer.
"""
import ast
import collections
import dis
import io
import tokenize

from syntax import FUNCTIONS, is_text

LogicalLine = collections.namedtuple("LogicalLine", [
    "first",        # first physical line
    "last",         # last physical line
    "depth",        # how many blocks it stands in
    "first_ends",   # the line where its first token ends, which may be a text of several lines
    "colons",       # the lines of its colons outside of brackets
    "words",        # its first two tokens
])

DOCUMENTED = (ast.Module, ast.ClassDef) + FUNCTIONS


def source_text(source):
    """A source file's bytes as text, with a line break behind each line."""
    source = source.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    encoding = tokenize.detect_encoding(io.BytesIO(source).readline)[0]
    text = source.decode(encoding, "replace")
    return text if not text or text.endswith("\n") else text + "\n"


class Lines:
    """Makes logical lines of tokens."""

    def __init__(self):
        self.found = []
        self.depth = 0
        self.brackets = 0
        self.begin()

    def begin(self):
        self.tokens = []
        self.colons = []

    def token(self, token):
        if token.type == tokenize.INDENT:
            self.depth += 1
        elif token.type == tokenize.DEDENT:
            self.depth -= 1
        elif token.type == tokenize.NEWLINE:
            if self.tokens:
                self.end(token.end[0])
        elif token.string.strip() and token.type != tokenize.COMMENT:
            self.word(token)

    def word(self, token):
        self.tokens.append(token)
        if token.type == tokenize.OP:
            if token.string in "([{":
                self.brackets += 1
            elif token.string in ")]}":
                self.brackets -= 1
            elif token.string == ":" and not self.brackets:
                self.colons.append(token.end[0])

    def end(self, last):
        first = self.tokens[0]
        words = tuple(one.string for one in self.tokens[:2])
        self.found.append(LogicalLine(first.start[0], last, self.depth, first.end[0], tuple(self.colons), words))
        self.begin()


def logical_lines(text):
    lines = Lines()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        lines.token(token)
    return lines.found


def first_lines(logical):
    """For each line of the logical lines that take several, the first."""
    return {line: one.first for one in logical if one.last > one.first for line in range(one.first, one.last + 1)}


def code_objects(code):
    """A code object and those within it."""
    waiting = [code]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += [const for const in one.co_consts if hasattr(const, "co_code")]


def line_starts(code):
    """The lines that have byte code, in all code objects but those that evaluate annotations on demand (PEP 649).

    Line 0 stands for what the compiler adds in front of a module.
    """
    return {line for one in code_objects(code) if one.co_name != "__annotate__"
            for _, line in dis.findlinestarts(one) if line}


def docstring_lines(tree, logical):
    """The lines of all docstrings."""
    started = {one.first_ends: one.first for one in logical}
    lines = set()
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and node.body and is_text(node.body[0]):
            text = node.body[0]
            # before 3.8, a node has no last line, and a text's line is where it ends
            last = getattr(text, "end_lineno", None)
            first = text.lineno if last else started.get(text.lineno, text.lineno)
            lines.update(range(first, (last or text.lineno) + 1))
    return lines


def statements(text, excluded):
    """The statements that count, as (first line, last line).

    excluded takes the text, the logical lines, the tree and the lines with byte code, and returns the lines that are
    left out.
    """
    logical = logical_lines(text)
    tree = ast.parse(text)
    starts = line_starts(compile(text, "<text>", "exec", 0, True)) if logical else set()
    left_out = docstring_lines(tree, logical) | excluded(text, logical, tree, starts)
    firsts = first_lines(logical)
    counted = {firsts.get(line, line) for line in starts - left_out} - left_out
    lasts = {one.first: one.last for one in logical}
    return sorted((line, lasts.get(line, line)) for line in counted)
