# python: 3.7+
# debian: python3-pyparsing
import operator
import pyparsing as pp

pp.ParserElement.enable_packrat()
number = pp.Regex(r'\d+(\.\d*)?').set_parse_action(lambda found: float(found[0]))
name = pp.Word(pp.alphas, pp.alphanums)
expression = pp.infix_notation(
    number | name,
    [
        ('^', 2, pp.OpAssoc.RIGHT),
        (pp.one_of('- +'), 1, pp.OpAssoc.RIGHT),
        (pp.one_of('* /'), 2, pp.OpAssoc.LEFT),
        (pp.one_of('+ -'), 2, pp.OpAssoc.LEFT),
    ],
)
APPLY = {'+': operator.add, '-': operator.sub, '*': operator.mul, '/': operator.truediv, '^': operator.pow}


def value(tree):
    if isinstance(tree, float):
        return tree
    if isinstance(tree, str):
        return {'pi': 3.0}[tree]
    if len(tree) == 2:
        return -value(tree[1]) if tree[0] == '-' else value(tree[1])
    result = value(tree[0])
    for at in range(1, len(tree), 2):
        result = APPLY[tree[at]](result, value(tree[at + 1]))
    return result


for text in ('1 + 2 * 3', '-(4 - 2) ^ 2', '2 ^ 3 ^ 2', 'pi * 2 / 4', '1 +', '(1', 'e', '1 / 0'):
    try:
        print(text, value(expression.parse_string(text, parse_all=True).as_list()[0]))
    except pp.ParseException as error:
        print(error, error.column, error.mark_input_line())
    except (KeyError, ArithmeticError) as error:
        print(repr(error))

string = pp.dbl_quoted_string().set_parse_action(pp.remove_quotes)
item = pp.Forward()
members = pp.Group(string + pp.Suppress(':') + item)
item <<= (
    string
    | number
    | pp.Keyword('true').set_parse_action(lambda: [True])
    | pp.Keyword('null').set_parse_action(lambda: [None])
    | pp.Group(pp.Suppress('[') + pp.Optional(pp.delimited_list(item)) + pp.Suppress(']'))
    | pp.Dict(pp.Suppress('{') + pp.Optional(pp.delimited_list(members)) + pp.Suppress('}'))
)
item.ignore(pp.c_style_comment)
for text in ('{"a": [1, 2, {"b": null}], "c": true}', '[/* nothing */]', '{"a" 1}', '[1,'):
    try:
        print(item.parse_string(text, parse_all=True).dump())
    except pp.ParseBaseException as error:
        print(error)
line = pp.Combine(name + pp.ZeroOrMore('.' + name))('key') + pp.Suppress('=') + pp.rest_of_line('value')
for found in pp.OneOrMore(pp.Group(line)).parse_string('a.b = 1\nc= two words\n'):
    print(found.key, found.value.strip(), found.as_dict())
print(list(number.scan_string('a 1 b 2.5 c')), number.transform_string('x1y22'), list(pp.Word('ab').split('1ab2ba3')))
print(
    pp.nested_expr('(', ')').parse_string('(a (b c) (d (e)))').as_list(),
    pp.original_text_for(name + number).parse_string('x  12')[0],
)
print(
    (pp.SkipTo('end') + 'end').parse_string('a b end'),
    (~pp.Literal('x') + name).matches('y'),
    (name & number).parse_string('1 a'),
    pp.Each([name]).matches(''),
)
print(
    pp.common.integer.parse_string('12'),
    pp.common.ipv4_address.matches('1.2.3.4'),
    pp.common.iso8601_date.parse_string('2024-01-02'),
)
print(
    pp.IndentedBlock(name).parse_string('  a\n  b\n'),
    pp.LineStart().matches(''),
    pp.counted_array(name).parse_string('2 a b'),
    str(expression)[:50],
)
print(
    number.run_tests('1\n2.5\nx', print_results=False)[0],
    pp.Char('ab')[2, 3].parse_string('abab'),
    (name - ':' - number).searchString('a: 1 b: 2'),
)
try:
    (name - ':' - number).parse_string('a 1')
except pp.ParseSyntaxException as error:
    print(error.explain(depth=0))
