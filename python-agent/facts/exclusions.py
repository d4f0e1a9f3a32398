"""What is left out of the statements of a source: what coverage.py 7 leaves out by default.

The function takes a source's text and what statements.py makes of it, and returns data. Runs on 3.6 and newer.

A line is left out where one of PATTERNS finds something in it, and with it
  - the block that its statement opens; an `else` or `except` behind it has a header of its own
  - all of a function or class, where the line is of a decorator of it or of its header
  - the `case` that matches everything, where nothing else of its block is left
"""
import ast
import re

from statements import first_lines

# coverage.py's exclude_lines, whose defaults these are; they may find what stands on several lines
PATTERNS = (
    r"#\s*(pragma|PRAGMA)[:\s]?\s*(no|NO)\s*(cover|COVER)",
    r"^\s*(((async )?def .*?)?[\])]+(\s*->.*?)?:\s*)?\.\.\.\s*(#|$)",
    r"if (typing\.)?TYPE_CHECKING:",
)
ANY = re.compile("|".join("(?:%s)" % one for one in PATTERNS), re.MULTILINE)


def marked(text):
    """The lines in which a pattern finds something."""
    lines = set()
    line = 1
    counted = 0
    for match in ANY.finditer(text):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        lines.update(range(line, line + match.group().count("\n") + 1))
    return lines


def with_blocks(lines, logical):
    """These lines, and the blocks that their statements open."""
    found = set(lines)
    outside = None      # the depth of the statement that opened the block which is being left out
    for one in logical:
        if outside is not None and one.depth <= outside:
            outside = None
        if outside is not None:
            found.add(one.first_ends)
        for colon in one.colons:
            if outside is None and not found.isdisjoint(range(one.first, colon + 1)):
                found.add(colon)
                outside = one.depth
    return found


def definitions(logical):
    """Functions and classes: the first line, with decorators; the header's first line; the last line."""
    decorated = None
    for i, one in enumerate(logical):
        if one.words[0] == "@":
            decorated = decorated or one.first
            continue
        if one.words[0] in ("def", "class") or one.words == ("async", "def"):
            last = one.last
            for inner in logical[i + 1:]:
                if inner.depth <= one.depth:
                    break
                last = inner.last
            yield decorated or one.first, one.first, last
        decorated = None


def matches_all(case):
    """Whether a `case` is what `else` is elsewhere."""
    pattern = case.pattern
    while isinstance(pattern, (ast.MatchOr, ast.MatchAs)):
        inner = pattern.patterns[-1] if isinstance(pattern, ast.MatchOr) else pattern.pattern
        if inner is None:
            return case.guard is None
        pattern = inner
    return False


def empty_cases(tree, starts, left_out):
    """The lines of the patterns of the cases that match everything, and of whose block nothing is left."""
    lines = set()
    for match in ast.walk(tree):
        for case in getattr(match, "cases", ()):
            block = starts.intersection(range(case.body[0].lineno, case.body[-1].end_lineno + 1))
            if matches_all(case) and block and block <= left_out:
                lines.update(range(case.pattern.lineno, case.pattern.end_lineno + 1))
    return lines


def excluded(text, logical, tree, starts):
    """The lines that are left out, of which those of a statement are named by its first."""
    firsts = first_lines(logical)
    found = {firsts.get(line, line) for line in with_blocks(marked(text), logical)}
    left_out = found | empty_cases(tree, starts, found)
    for first, header, last in definitions(logical):
        if not found.isdisjoint(range(first, header + 1)):
            left_out.update(range(first, last + 1))
    return left_out
