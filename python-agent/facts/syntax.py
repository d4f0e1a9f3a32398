"""What the scripts of this directory ask of a syntax tree, on every version of it."""
import ast
import sys

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
SCOPES = FUNCTIONS + (ast.ClassDef,)
FORS = (ast.For, ast.AsyncFor)
WITHS = (ast.With, ast.AsyncWith)
LEAVING = (ast.Return, ast.Raise, ast.Break, ast.Continue)
TRY_STAR = getattr(ast, "TryStar", ())
TRIES = (ast.Try, TRY_STAR) if TRY_STAR else (ast.Try,)
SIGNS = (ast.expr_context, ast.operator, ast.unaryop, ast.boolop)
MATCHES = (ast.Match,) if hasattr(ast, "Match") else ()
# ast.Constant takes the place of these in 3.8; they are gone from 3.14
CONSTANTS = tuple(getattr(ast, name) for name in ("Num", "Str", "Bytes", "NameConstant", "Ellipsis")
                  if sys.version_info < (3, 8)) or (ast.Constant,)


def is_constant(node):
    return isinstance(node, CONSTANTS)


def value_of(constant):
    # from 3.8 to 3.13 there are names of old for it, which warn
    if hasattr(constant, "value"):
        return constant.value
    return getattr(constant, "n", getattr(constant, "s", None))


def is_text(node):
    """Whether it is a statement that is only a text, as a docstring is."""
    return isinstance(node, ast.Expr) and is_constant(node.value) and isinstance(value_of(node.value), str)


def is_true(node):
    """Whether it is a constant that holds, as the one of `while True`."""
    return is_constant(node) and bool(value_of(node))


def is_constant_test(node):
    return is_constant(node) or isinstance(node, ast.Name) and node.id == "__debug__"


def first_line(node):
    return min([node.lineno] + [one.lineno for one in getattr(node, "decorator_list", [])])


def last_line(node):
    end = getattr(node, "end_lineno", None)
    if end is not None:
        return end
    return max([part.lineno for part in ast.walk(node) if hasattr(part, "lineno")] or [0])


def blocks(node):
    """The lists of statements within a statement, each with the `except` or `case` that it belongs to, or None."""
    for name in ("body", "orelse", "finalbody"):
        block = getattr(node, name, None)
        if isinstance(block, list) and block:
            yield None, block
    for part in getattr(node, "handlers", []) + getattr(node, "cases", []):
        yield part, part.body


class Header:
    """What a statement, an `except` or a `case` is without its blocks.

    lines   its first and last line, decorators included
    parts   the expressions that stand in it
    nodes   these and all that is within them, without contexts and operators
    """

    def __init__(self, node):
        inner = set()
        for part, block in blocks(node):
            inner.update(map(id, block if part is None else [part]))
        self.parts = [part for part in ast.iter_child_nodes(node) if id(part) not in inner]
        first = self.parts[0].lineno if MATCHES and isinstance(node, ast.match_case) else first_line(node)
        self.lines = first, max([first, getattr(node, "lineno", first)] + [last_line(part) for part in self.parts])
        self.nodes = list(self.parts)
        for one in self.nodes:
            for name in one._fields:
                value = getattr(one, name, None)
                if isinstance(value, list):
                    self.nodes.extend(part for part in value if isinstance(part, ast.AST))
                elif isinstance(value, ast.AST) and not isinstance(value, SIGNS):
                    self.nodes.append(value)


def header(node):
    """The header of a statement, an `except` or a `case`; a node keeps its own."""
    found = getattr(node, "header", None)
    if found is None:
        found = node.header = Header(node)
    return found


def span(node):
    """The first and last line of a statement, an `except` or a `case` without its blocks, decorators included."""
    return header(node).lines
