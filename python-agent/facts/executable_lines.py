"""The statements of source files that this interpreter can run, for whoever counts those that ran.

usage: python -I [-O] executable_lines.py < NAMES        files are compiled, never run

Reads file names from stdin, one a line, and prints a line for each: `statements 1 3-5 9`, each statement with its
first line, and the last where that is another; or `unreadable WHY` for a file that it cannot read or compile; and
`end` behind the last. A statement counts where coverage.py 7 counts it, by its default settings: statements.py and
exclusions.py say which those are.
Runs on 3.6 and newer.
"""
import os
import sys
import tokenize

sys.dont_write_bytecode = True
# isolated, Python does not look beside the script
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import exclusions  # noqa: E402
import statements  # noqa: E402


def executable(path):
    with open(path, "rb") as stream:
        text = statements.source_text(stream.read())
    return statements.statements(text, exclusions.excluded)


def answer(path):
    try:
        found = executable(path)
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError, tokenize.TokenError) as error:
        return "unreadable " + type(error).__name__
    words = ["%d" % first if first == last else "%d-%d" % (first, last) for first, last in found]
    return " ".join(["statements"] + words)


def main():
    for name in sys.stdin.buffer.read().split(b"\n"):
        if name:
            print(answer(os.fsdecode(name)), flush=True)
    print("end")


if __name__ == "__main__":
    # compiling another file may warn of its escapes: that is the file's affair
    sys.stderr = None
    main()
