"""Small changes of a Python source that make it go another way. Each leaves the number of lines as it is."""

import ast
import re

OPPOSITE = {
    ast.Lt: ('<', '>='),
    ast.Gt: ('>', '<='),
    ast.LtE: ('<=', '>'),
    ast.GtE: ('>=', '<'),
    ast.Eq: ('==', '!='),
    ast.NotEq: ('!=', '=='),
    ast.In: ('in', 'not in'),
    ast.Is: ('is', 'is not'),
}
ENDLESS = re.compile(rb'count|cycle|repeat|iter\(')


class Source:
    """A file's bytes, and where its lines begin."""

    def __init__(self, data):
        self.data = data
        self.tree = ast.parse(data)
        self._starts = [0]
        for line in data.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def span(self, node):
        return (
            self._starts[node.lineno - 1] + node.col_offset,
            self._starts[node.end_lineno - 1] + node.end_col_offset,
        )

    def text(self, node):
        start, end = self.span(node)
        return self.data[start:end]


class Mutation:
    """One change: `what` names its kind, `edits` are (start, end, new bytes)."""

    def __init__(self, what, node, *edits):
        self.what = what
        self.lineno = node.lineno
        self.lines = range(node.lineno, node.end_lineno + 1)
        self.edits = edits

    def apply(self, data):
        for start, end, new in sorted(self.edits, reverse=True):
            data = data[:start] + new + data[end:]
        return data


def at_random(data, lines, draw):
    """All that can be done to some lines of a source and compiles, in random order."""
    source = Source(data)
    found = [one for node in nodes(source.tree) for one in of_node(source, node) if one.lineno in lines]
    draw.shuffle(found)
    return (one for one in found if compiles(data, one.apply(data)))


def nodes(tree):
    """All but what is within f-strings, which has no true positions before Python 3.12."""
    yield tree
    for node in ast.iter_child_nodes(tree):
        if not isinstance(node, ast.JoinedStr):
            yield from nodes(node)


def compiles(data, changed):
    try:
        compile(changed, 'mutant', 'exec', dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return changed.count(b'\n') == data.count(b'\n')


def of_node(source, node):
    if isinstance(node, (ast.If, ast.While, ast.IfExp, ast.Assert)):
        yield negated(source, node.test)
    if isinstance(node, ast.comprehension):
        for test in node.ifs:
            yield negated(source, test)
    if (
        isinstance(node, (ast.For, ast.comprehension))
        and not getattr(node, 'is_async', 0)
        and not ENDLESS.search(source.text(node.iter))
    ):
        start, end = source.span(node.iter)
        yield Mutation('one round less', node.iter, (start, start, b'[*('), (end, end, b')][:-1]'))
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and node.lineno == node.end_lineno:
        yield Mutation('call dropped', node, source.span(node) + (source.text(node.value.func),))
    if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
        yield Mutation('another exception', node, source.span(node.exc.func) + (b'OverflowError',))
    if isinstance(node, ast.ExceptHandler) and node.type is not None:
        yield Mutation(
            'another handler',
            node,
            source.span(node.type) + (b'\n' * (node.type.end_lineno - node.type.lineno) + b'OverflowError',),
        )
    if isinstance(node, ast.Break):
        yield Mutation('break dropped', node, source.span(node) + (b'pass',))
    if isinstance(node, ast.Continue):
        yield Mutation('continue to break', node, source.span(node) + (b'break',))
    if isinstance(node, ast.Return) and node.value is not None and node.lineno == node.end_lineno:
        yield Mutation('another value', node, source.span(node) + (b'return None',))
    if isinstance(node, ast.BoolOp):
        yield from connected(source, node)
    if isinstance(node, ast.Compare) and type(node.ops[0]) in OPPOSITE:
        yield from compared(source, node)
    if isinstance(node, ast.If) and len(node.body) == len(node.orelse) == 1:
        yield from swapped(source, node.body[0], node.orelse[0])


def negated(source, test):
    start, end = source.span(test)
    return Mutation('negated', test, (start, start, b'(not ('), (end, end, b'))'))


def connected(source, node):
    between = source.span(node.values[0])[1], source.span(node.values[1])[0]
    old, new = (b'and', b'or') if isinstance(node.op, ast.And) else (b'or', b'and')
    text = source.data[between[0] : between[1]]
    if text.count(old) == 1:
        yield Mutation('%s for %s' % (new.decode(), old.decode()), node, between + (text.replace(old, new),))


def compared(source, node):
    old, new = OPPOSITE[type(node.ops[0])]
    between = source.span(node.left)[1], source.span(node.comparators[0])[0]
    text = source.data[between[0] : between[1]]
    if text.count(old.encode()) == 1:
        yield Mutation('%s for %s' % (new, old), node, between + (text.replace(old.encode(), new.encode()),))


def swapped(source, one, other):
    if isinstance(other, ast.If) or any(node.lineno != node.end_lineno for node in (one, other)):
        return
    yield Mutation(
        'branches swapped', one, source.span(one) + (source.text(other),), source.span(other) + (source.text(one),)
    )
