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
