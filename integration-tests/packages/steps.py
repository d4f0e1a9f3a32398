"""What is one step of a path: a statement, or the header of a compound one. Made of the source alone, without Leadline."""

import ast

COMPREHENSIONS = ('<listcomp>', '<setcomp>', '<dictcomp>')  # frames up to 3.11


def statements(text):
    """The first line of the statement or header that each line belongs to."""
    first = {}
    waiting = [ast.parse(text)]
    while waiting:
        node = waiting.pop(0)
        inner = [one for one in ast.iter_child_nodes(node) if isinstance(one, BLOCKS)]
        if not isinstance(node, ast.Module):
            begin = min([node_line(node)] + [one.lineno for one in getattr(node, 'decorator_list', [])])
            end = max([begin] + [part.end_lineno for part in ast.walk(header(node, inner)) if hasattr(part, 'end_lineno')])
            first.update((line, begin) for line in range(begin, end + 1))
        waiting.extend(inner)
    return first


BLOCKS = (ast.stmt, ast.ExceptHandler, ast.match_case)


def node_line(node):
    return node.pattern.lineno if isinstance(node, ast.match_case) else node.lineno


def header(node, inner):
    """All of a node that is no statement within it."""
    return ast.Module([one for one in ast.iter_child_nodes(node) if one not in inner], [])


def of(events, first):
    """The events as steps: no parts of statements, no rounds of what is within one."""
    steps, stack = [], [None]
    for event, name, firstlineno, lineno, raised in events:
        if name in COMPREHENSIONS:
            continue
        if event == 'line':
            step = first.get(lineno, lineno)
            if name == '<genexpr>' or stack[-1] == step:
                continue
            stack[-1] = step
            steps.append((event, name, step))
            continue
        if event == 'call':
            stack.append(None)
        elif event == 'return' and len(stack) > 1:
            stack.pop()
        steps.append((event, name, firstlineno, raised))
    return steps
