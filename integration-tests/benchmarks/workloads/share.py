"""`scale` pairs of calls, `percent` of them of functions of this file, the others of a library's."""
import sys
import textwrap

indented = textwrap.indent


def own(text, prefix):
    lines = []
    for line in text.splitlines(True):
        lines.append(prefix + line if line.strip() else line)
    return ''.join(lines)


def main(scale, percent):
    for number in range(scale):
        function = own if number % 100 < percent else indented
        function('one\ntwo\n', '  ')


if __name__ == '__main__':
    main(int(sys.argv[1]), int(sys.argv[2]))
