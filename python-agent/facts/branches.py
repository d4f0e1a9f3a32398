"""The branches of a Python source: the statements that decide which one runs next, and what these are.

The functions take the control flow that control_flow.py makes, and return data; nothing is run or written. Runs on 3.6
and newer.

A branch has a destination for each way out of its statement, exceptions left out: the lines at which an interpreter may
report what runs next, the likeliest first. There are several where a version passes over the first one (`pass`, `break`,
a constant) or reports the header of a `with` that is left. A way to the end of the code is the negative of its first line.
"""
import control_flow

# old versions report these at the last statement of a block, as if that had run: no line of a destination
AT_ENDS_OF_BLOCKS = (control_flow.TAIL, control_flow.UP_TO_311)


def destination(code, number):
    """The lines at which a way that leads to this node may be reported, the likeliest first."""
    lines = []
    passed = []     # a place that is passed on the way: the end of a `with`, a `return` whose `finally` has run
    waiting = [number]
    for one in waiting:
        if one == control_flow.END:
            lines.append(-max(1, code.first))
            continue
        node = code.nodes[one]
        if node.kind not in AT_ENDS_OF_BLOCKS:
            (passed if node.kind == control_flow.PASSAGE else lines).extend(first for first, _ in node.lines)
        if node.kind != control_flow.STATEMENT:
            waiting.extend(way for way in node.successors if way != node.caught and way not in waiting)
    return list(dict.fromkeys(lines + passed))


def branches(code):
    """For each statement of a code object that decides: its line, and the destination of each way.

    Ways that lead to the same line are one: what follows may be a copy of a `finally`. What is on the same line is no
    destination, since nothing shows that it ran.
    """
    found = {}
    for node in code.nodes:
        if not node.choices:
            continue
        line = node.lines[0][0]
        ways = found.setdefault(line, {})
        for way in node.choices:
            lines = [one for one in destination(code, way) if one != line]
            if lines:
                ways.setdefault(lines[0], []).extend(lines)
    return {line: [list(dict.fromkeys(way)) for way in ways.values()] for line, ways in sorted(found.items()) if len(ways) > 1}
