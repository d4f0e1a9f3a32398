"""The lines of source files that this interpreter can run, for whoever counts those that ran.

usage: python -I [-O] executable_lines.py < NAMES        files are compiled, never run

Reads file names from stdin, one a line, and prints a line for each: `lines 1 3-5 9`, or `unreadable WHY` for one that
it cannot read or compile; and `end` behind the last. A line counts where a code object of the file says that one of
its lines starts. Left out is what stands under a comment `# pragma: no cover`: its statement, with the block that
this opens, and a function or class whole where the comment is behind a decorator.
Runs on 3.6 and newer.
"""
import dis
import os
import re
import sys
import tokenize

PRAGMA = re.compile(r"#\s*pragma:?\s*no\s*cover", re.IGNORECASE)
NOTHING = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING,
           tokenize.ENDMARKER)


def code_objects(code):
    """A code object and those within it. What is evaluated only when it is asked for (PEP 649) is left out."""
    waiting = [code]
    while waiting:
        one = waiting.pop()
        if one.co_name != "__annotate__":
            yield one
            waiting += [const for const in one.co_consts if hasattr(const, "co_code")]


def line_starts(code):
    """Lines of all code objects. Line 0 stands for what the compiler adds in front of a module."""
    return {line for one in code_objects(code) for _, line in dis.findlinestarts(one) if line}


class Pragmas:
    """The lines that comments leave out."""

    def __init__(self):
        self.lines = set()
        self.depth = 0
        self.until = None       # the block that is left out ends where the depth is this again
        self.opens = False      # the statement before opens a block that is left out
        self.decorated = False  # the statement before was a decorator that is left out
        self.statement = []

    def token(self, token):
        if token.type == tokenize.INDENT:
            self.depth += 1
            if self.opens and self.until is None:
                self.until = self.depth - 1
            self.opens = False
        elif token.type == tokenize.DEDENT:
            self.depth -= 1
            if self.until is not None and self.depth <= self.until:
                self.until = None
        elif token.type == tokenize.NEWLINE:
            self.ended()
        elif token.type not in (tokenize.NL, tokenize.ENCODING, tokenize.ENDMARKER):
            self.statement.append(token)

    def ended(self):
        """A logical line is complete."""
        # a comment on a line of its own in front of a statement is not of that statement
        words = [one for one in self.statement if one.type not in NOTHING]
        comments = [one for one in self.statement if one.type == tokenize.COMMENT
                    and words and one.start[0] >= words[0].start[0]]
        self.statement = []
        if not words:
            return
        left_out = (self.until is not None or self.decorated
                    or any(PRAGMA.search(one.string) for one in comments))
        if left_out:
            self.lines.update(range(words[0].start[0], words[-1].end[0] + 1))
        self.opens = left_out and words[-1].string == ":"
        self.decorated = left_out and self.until is None and words[0].string == "@"


def excluded(path):
    pragmas = Pragmas()
    with open(path, "rb") as stream:
        for token in tokenize.tokenize(stream.readline):
            pragmas.token(token)
    return pragmas.lines


def executable(path):
    with open(path, "rb") as stream:
        code = compile(stream.read(), path, "exec", 0, True)
    return sorted(line_starts(code) - excluded(path))


def ranges(lines):
    """`[1, 3, 4, 5]` as `1 3-5`."""
    found = []
    for line in lines:
        if found and found[-1][1] == line - 1:
            found[-1][1] = line
        else:
            found.append([line, line])
    return " ".join("%d" % first if first == last else "%d-%d" % (first, last) for first, last in found)


def answer(path):
    try:
        return "lines " + ranges(executable(path))
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError, tokenize.TokenError) as error:
        return "unreadable " + type(error).__name__


def main():
    for name in sys.stdin.buffer.read().split(b"\n"):
        if name:
            print(answer(os.fsdecode(name)), flush=True)
    print("end")


if __name__ == "__main__":
    # compiling another file may warn of its escapes: that is the file's affair
    sys.stderr = None
    main()
