"""The statements of source files that this interpreter can run, for whoever counts those that ran.

usage: python -I [-O] executable_lines.py [--branches] < NAMES        files are compiled, never run

Reads file names from stdin, one a line, and prints a line for each: `statements 1 3-5 9`, each statement with its
first line, and the last where that is another; or `unreadable WHY` for a file that it cannot read or compile; and
`end` behind the last. A statement counts where coverage.py 7 counts it, by its default settings: statements.py and
exclusions.py say which those are.

With --branches, the same line goes on: `branches 3:4/9 5:6,7/-1`, each branch with the line of its statement and the
lines of each way out, as branches.py says; `functions 1:3:Order.total`, each with its first line, the line of its `def`,
and its name.
Runs on 3.6 and newer.
"""
import ast
import os
import sys
import tokenize

sys.dont_write_bytecode = True
# isolated, Python does not look beside the script
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import branches  # noqa: E402
import control_flow  # noqa: E402
import exclusions  # noqa: E402
import statements  # noqa: E402
from syntax import FUNCTIONS, SCOPES, first_line  # noqa: E402


def source(path):
    with open(path, "rb") as stream:
        return statements.source_text(stream.read())


def executable(path):
    return statements.statements(source(path), exclusions.excluded)


def counted_branches(tree, counted):
    """The branches of the statements that count, and of each the ways to such ones or to the end."""
    for code in control_flow.code_objects(tree):
        for line, ways in branches.branches(code).items():
            ways = [way for way in ways if any(one < 0 or one in counted for one in way)]
            if line in counted and len(ways) > 1:
                yield line, ways


def functions(node, counted, prefix=""):
    """The functions in a tree whose `def` counts: first line, line of the `def`, qualified name."""
    for one in ast.iter_child_nodes(node):
        inner = prefix
        if isinstance(one, SCOPES):
            if isinstance(one, FUNCTIONS) and first_line(one) in counted:
                yield first_line(one), one.lineno, prefix + one.name
            inner += one.name + (".<locals>." if isinstance(one, FUNCTIONS) else ".")
        for found in functions(one, counted, inner):
            yield found


def answer(path, with_branches=False):
    try:
        text = source(path)
        found = statements.statements(text, exclusions.excluded)
        words = ["statements"] + ["%d" % first if first == last else "%d-%d" % (first, last) for first, last in found]
        if with_branches:
            tree = ast.parse(text)
            counted = {first for first, _ in found}
            words.append("branches")
            for line, ways in sorted(counted_branches(tree, counted)):
                words.append("%d:%s" % (line, "/".join(",".join(map(str, way)) for way in ways)))
            words.append("functions")
            words += ["%d:%d:%s" % one for one in functions(tree, counted)]
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError, tokenize.TokenError) as error:
        return "unreadable " + type(error).__name__
    return " ".join(words)


def say(line):
    # names of functions are in UTF-8, whatever the locale is
    sys.stdout.buffer.write((line + "\n").encode("utf-8"))
    sys.stdout.buffer.flush()


def main():
    with_branches = "--branches" in sys.argv[1:]
    for name in sys.stdin.buffer.read().split(b"\n"):
        if name:
            say(answer(os.fsdecode(name), with_branches))
    say("end")


if __name__ == "__main__":
    # compiling another file may warn of its escapes: that is the file's affair
    sys.stderr = None
    main()
