"""The control flow of a source, statement by statement: which one may run after which.

`code_objects(tree)` gives a `Code` for a module, each class body and each function. Lambdas and generator expressions
have none: all that they run is part of one statement.

A node stands for one visit of a statement, of a compound one of its header (`if` test, `for` target and iterable, items
of a `with`, `case` pattern ...). What happens within a statement is not distinguished. A `finally` has a node for each
way in which it is passed, as the compiler makes a copy of it for each. Nodes are numbered in the order in which they
are made; the first stands for the start of the code and has no lines.

What a node means for a recording of lines:

    statement   every interpreter reports it when it runs
    jump        `pass`, `break`, `continue`: up to 3.9 not always reported (PEP 626)
    silent      a constant, a constant test, an annotation without a value: some interpreters report it
    passage     no statement of its own: the place at which a `with` or a handler is left, the end of an
                `async for`, or a `return` whose `finally` has run; interpreters report it at the lines of the
                header, of the last statement, or not
    passage:9   a passage at the end of a block, which is reported up to 3.9 alone; passage:11, up to 3.11

Marks may stand behind the kind: `once` where an interpreter reports a visit at most once; `loop` for the header of a
loop, to which a jump leads back, which is reported also within one line; `stale` where 3.9 may report the line that it
reported last, as it looks up a line only where it comes to other instructions than those of the last line looked up.

An exception may come up in every statement: it leads to the handlers around it, behind an event of its own. One that
goes on behind a passage, a bare `raise`, or a handler that does not fit has no event there: its way is reported as any
other. What nothing handles ends the code wherever it comes up, and is no edge. Where code waits or yields, it may end.
"""
import ast

from syntax import (FORS, LEAVING, MATCHES, SCOPES, TRIES, WITHS, blocks, first_line, header, is_constant,
                    is_constant_test, is_true, last_line, span)

ONCE, LOOP, STALE = "once", "loop", "stale"
STATEMENT, JUMP, SILENT, PASSAGE = "statement", "jump", "silent", "passage"
TAIL, UP_TO_311 = "passage:9", "passage:11"
# within one line an interpreter may come back to it in these
SEVERAL_REPORTS = (ast.BoolOp, ast.IfExp, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Compare,
                   ast.YieldFrom, ast.Await)
END = "end"     # the successor of what the code ends with


def is_reported_once(header):
    """Whether every interpreter reports a visit of it at most once: on one line, with no way back."""
    return header.lines[0] == header.lines[1] and not any(isinstance(one, SEVERAL_REPORTS) for one in header.nodes)


def last_block(node):
    """The `except` or `case` and the block within a statement that the compiler comes to last; two Nones without one."""
    inner = [] if isinstance(node, SCOPES) else list(blocks(node))
    return max(inner, key=lambda one: one[1][0].lineno) if inner else (None, None)


def last_statement(body):
    """The lines of the statement that the compiler comes to last, however deep it stands."""
    inner = last_block(body[-1])[1]
    return last_statement(inner) if inner else span(body[-1])


def ends(body):
    """Where an exception may be reported that leaves a block: at the last statement, or in it at what comes last.

    That is a statement, the pattern of a `case`, or a handler that gives the exception a name, which is forgotten behind it.
    """
    node = body[-1]
    part, inner = last_block(node)
    parts = [one for one in getattr(node, "handlers", [])[-1:] if one.name] + [part] * (part in getattr(node, "cases", []))
    return [span(one) for one in [node] + parts] + (ends(inner) if inner else [])


def is_silent(node):
    return isinstance(node, ast.Expr) and is_constant(node.value) or (
        isinstance(node, ast.AnnAssign) and node.value is None)


def leaves(node):
    """Whether what stands behind a statement in its block cannot be reached."""
    if isinstance(node, ast.If):
        return leaves_block(node.body) and leaves_block(node.orelse)
    if isinstance(node, TRIES):
        ways = [node.body + node.orelse] + [one.body for one in node.handlers]
        return leaves_block(node.finalbody) or all(leaves_block(way) for way in ways)
    return isinstance(node, LEAVING)


def leaves_block(body):
    return any(leaves(one) for one in body)


def is_written(body):
    """Whether what comes behind a block is seen from its last statement.

    It is not where that one has no code (a constant, what stands behind `if 0`), cannot be reached or leaves the block,
    or has targets over several lines, behind which 3.8 and 3.9 come back to its first line.
    """
    if not body:
        return True
    if leaves_block(body):
        return False
    node = body[-1]
    inner = last_block(node)[1]
    if inner:
        return not (isinstance(node, ast.If) and is_constant_test(node.test)) and is_written(inner)
    targets = node.targets if isinstance(node, ast.Assign) else []
    long = any(last_line(one) > node.lineno for one in targets)
    return not long and not is_silent(node) and not isinstance(node, (ast.Pass, ast.Global, ast.Nonlocal))


def suspends(header):
    """Whether code may stop in it for good: a generator or coroutine that is never resumed."""
    return any(isinstance(one, (ast.Yield, ast.YieldFrom, ast.Await)) or getattr(one, "is_async", 0)
               for one in header.nodes)


class Node:
    """A visit: its kind, marks and lines (pairs of a first and a last one), and what may follow it."""

    def __init__(self, kind, lines, marks):
        self.kind = kind
        self.lines = lines
        self.marks = marks
        self.successors = []
        self.caught = None
        self.choices = []   # of a statement that decides: what may follow, without exceptions and waits that do not end


class Code:
    """A code object: its name, the line that it begins at, and its nodes."""

    def __init__(self, name, first):
        self.name = name
        self.first = first
        self.nodes = []

    def node(self, kind, lines, *successors, caught=None, marks=()):
        """Adds a node; its number. An exception that comes up in it leads to `caught`."""
        self.nodes.append(Node(kind, list(lines), marks))
        number = len(self.nodes) - 1
        self.nodes[number].caught = caught
        self.link(number, *successors)
        return number

    def choose(self, number, *ways):
        """Says that a node decides between others; the node itself again."""
        self.nodes[number].choices = list(ways)
        return number

    def link(self, number, *successors):
        known = self.nodes[number].successors
        known.extend(one for one in dict.fromkeys(successors) if one is not None and one not in known)


class Around:
    """What stands around a statement: where an exception leads to, and a `return`, `break` or `continue`.

    `leave(kind, lines)` gives the node that comes behind a statement of that kind, which stands at these lines.
    """

    def __init__(self, caught, leave):
        self.caught = caught
        self.leave = leave

    def within(self, caught, way_out):
        """The same with something that must be passed: `way_out(lines, next)` gives the node that does it."""
        known = {}

        def leave(kind, lines):
            if (kind, lines) not in known:
                known[kind, lines] = way_out(lines, self.leave(kind, lines))
            return known[kind, lines]
        return Around(caught, leave)

    def in_loop(self, broken, continued):
        def leave(kind, lines):
            return broken if kind == "break" else continued if kind == "continue" else self.leave(kind, lines)
        return Around(self.caught, leave)


class Flow:
    """Makes the nodes of one code object, from the last statement to the first: each knows what follows it."""

    def __init__(self, code, body):
        self.code = code
        self.scopes = {}
        start = code.node(PASSAGE, [])
        around = Around(None, lambda kind, lines: END)
        code.link(start, self.block(body, END, around))

    def block(self, statements, following, around):
        """The node at which a list of statements begins; `following` is what comes behind it."""
        if not is_written(statements):
            following = self.tail(statements, around, following)
        for statement in reversed(statements):
            following = self.statement(statement, following, around)
        return following

    def statement(self, node, following, around):
        for types, make in self.COMPOUND:
            if isinstance(node, types):
                return make(self, node, following, around)
        return self.simple(node, following, around)

    def visit(self, kind, node, around, *successors, marks=()):
        """A node for a visit of a statement's header, or of a simple statement."""
        visited = header(node)
        marks = (ONCE,) * is_reported_once(visited) + marks
        successors += (END,) * suspends(visited)
        return self.code.node(kind, [visited.lines], *successors, caught=around.caught, marks=marks)

    def passage(self, lines, around, *successors, marks=()):
        return self.code.node(PASSAGE, lines, *successors, caught=around.caught, marks=marks)

    def tail(self, body, around, following):
        return self.code.node(TAIL, [last_statement(body)], following, caught=around.caught)

    def simple(self, node, following, around):
        if isinstance(node, (ast.Global, ast.Nonlocal)):
            return following
        if isinstance(node, ast.Return):
            return self.visit(STATEMENT, node, around, around.leave("return", span(node)))
        if isinstance(node, (ast.Break, ast.Continue)):
            kind = "break" if isinstance(node, ast.Break) else "continue"
            return self.visit(JUMP, node, around, around.leave(kind, span(node)))
        if isinstance(node, ast.Raise):
            return self.visit(STATEMENT, node, around, around.caught if node.exc is None else None)
        kind = JUMP if isinstance(node, ast.Pass) else SILENT if is_silent(node) else STATEMENT
        return self.visit(kind, node, around, following)

    def definition(self, node, following, around):
        self.scopes[id(node)] = node
        return self.visit(STATEMENT, node, around, following)

    def if_statement(self, node, following, around):
        body = self.block(node.body, following, around)
        orelse = self.block(node.orelse, following, around)
        if is_constant_test(node.test):
            return self.visit(SILENT, node, around, body, orelse)
        return self.code.choose(self.visit(STATEMENT, node, around, body, orelse), body, orelse)

    def while_loop(self, node, following, around):
        header = self.visit(SILENT if is_constant_test(node.test) else STATEMENT, node, around, marks=(LOOP,))
        return self.loop(header, node, following, around, endless=is_true(node.test))

    def for_loop(self, node, following, around):
        header = self.visit(STATEMENT, node, around, marks=(LOOP,))
        if isinstance(node, ast.AsyncFor):
            left = self.block(node.orelse, following, around)
            self.code.link(header, END, self.passage([span(node), last_statement(node.body)], around, left))
        return self.loop(header, node, following, around, endless=False)

    def loop(self, header, node, following, around, endless):
        body = self.block(node.body, header, around.in_loop(following, header))
        self.code.link(header, body)
        if not endless:
            left = self.block(node.orelse, following, around)
            left = left if is_written(node.body) else self.tail(node.body, around, left)
            self.code.link(header, left)
            self.code.choose(header, body, left)
        return header

    def way_out(self, exits, body, around):
        """For what is passed behind a `return`, `break` or `continue`; up to 3.9 that is reported once more."""
        def way_out(lines, onward):
            again = self.passage([lines], around, onward)
            return self.tail(body, around, self.passage(exits, around, again))
        return way_out

    def with_statement(self, node, following, around):
        stops = END if isinstance(node, ast.AsyncWith) else None
        # the manager may take the exception, and may raise another
        anywhere = [span(node)] + ends(node.body)
        failed = self.passage(anywhere, around, around.caught, following, stops, marks=(STALE,))
        # 3.10 reports it at the last statement of the block where that is a compound one, and an `async with`, as 3.11
        # does, at whatever the compiler came to last, even if that did not run
        last = node.body[-1]
        exits = anywhere if stops else [span(node)] + [span(last)] * (last_block(last)[1] is not None)
        inside = around.within(failed, self.way_out(exits, node.body, around))
        left = self.passage(exits, around, following, stops)
        body = self.block(node.body, left, inside)
        # of several items the first may take an exception of the second
        entered = self.visit(STATEMENT, node, Around(failed, around.leave), body, stops)
        if len(node.items) > 1:
            self.code.nodes[entered].marks = ()  # one after the other is entered
        return entered

    def match_statement(self, node, following, around):
        case = following
        for one in reversed(node.cases):
            left = self.passage([span(one)], around, following)
            if last_block(one.body[-1])[1]:
                left = self.code.node(UP_TO_311, ends(one.body), left, caught=around.caught)
            body = self.block(one.body, left, around)
            takes_all = one.guard is None and isinstance(one.pattern, ast.MatchAs) and one.pattern.pattern is None
            other = None if takes_all else case
            case = self.visit(STATEMENT, one, around, body, other)
            if not takes_all:
                self.code.choose(case, body, other)
        return self.visit(STATEMENT, node, around, case)

    def try_statement(self, node, following, around):
        outer = around
        if node.finalbody:
            around, following = self.finally_block(node, following, around)
        caught = self.handlers(node, following, around)
        orelse = self.block(node.orelse, following, around)
        body = self.block(node.body, orelse, Around(caught, around.leave))
        return self.visit(STATEMENT, node, outer, body)

    def finally_block(self, node, following, around):
        """What is around the statements that the block is behind, and where it begins when they have run."""
        raised = self.passage(ends(node.finalbody), around, around.caught)
        inside = Around(raised, around.leave)

        def block(onward):
            return self.block(node.finalbody, onward, inside)

        def way_out(lines, onward):
            return block(self.passage([lines], around, onward))
        last = node.orelse or (node.handlers[-1].body if node.handlers else node.body)
        failed = self.passage(ends(node.body) + ends(last), around, block(raised))
        following = block(following)
        if not is_written(last):
            following = self.tail(last, around, following)
        return around.within(failed, way_out), following

    def handlers(self, node, following, around):
        """The node that an exception of the body leads to."""
        groups = not isinstance(node, ast.Try)
        caught = self.passage(ends(node.handlers[-1].body), around, around.caught) if node.handlers else around.caught
        for handler in reversed(node.handlers):
            header = span(handler)
            failed = self.passage([header] + ends(handler.body), around, around.caught)
            # of except* each may take its part of a group; some tell at its last statement that the rest is looked at
            left = self.passage([header] + ends(handler.body) * groups, around, following, caught if groups else None)
            body = self.block(handler.body, left, around.within(failed, self.way_out([header], handler.body, around)))
            unhandled = caught if handler.type is not None else None
            caught = self.visit(STATEMENT, handler, around, body, unhandled)
        return caught

    COMPOUND = [
        (SCOPES, definition),
        (ast.If, if_statement),
        (ast.While, while_loop),
        (FORS, for_loop),
        (WITHS, with_statement),
        (TRIES, try_statement),
        (MATCHES, match_statement),
    ]


def code_objects(tree):
    """The code objects of a module that `ast.parse` gave."""
    found = [Code("<module>", 0)]
    waiting = list(Flow(found[0], tree.body).scopes.values())
    for node in waiting:
        found.append(Code(node.name, first_line(node)))
        waiting.extend(Flow(found[-1], node.body).scopes.values())
    return found


def rows(code):
    """A code object in words: `code FIRST NAME`, and for each node what is known of it; `!` comes before `caught`."""
    yield "code %d %s" % (code.first, code.name)
    for node in code.nodes:
        words = [node.kind] + list(node.marks) + ["%d-%d" % pair for pair in node.lines]
        words += [">"] + [str(one) for one in node.successors]
        words += ["!", str(node.caught)] * (node.caught is not None)
        yield "node " + " ".join(words)
