import pyparsing as pp

number = pp.Regex(r"\d+(\.\d*)?").set_parse_action(lambda tokens: float(tokens[0]))
name = pp.Word(pp.alphas, pp.alphanums + "_")
expression = pp.Forward()
call = pp.Group(name("function") + pp.Suppress("(") + pp.Optional(pp.DelimitedList(expression)
                if hasattr(pp, "DelimitedList") else pp.delimitedList(expression)) + pp.Suppress(")"))
operand = call | number | name
expression <<= pp.infix_notation(operand, [("-", 1, pp.OpAssoc.RIGHT), (pp.one_of("* /"), 2, pp.OpAssoc.LEFT),
                                           (pp.one_of("+ -"), 2, pp.OpAssoc.LEFT)])
for text in ("1 + 2 * 3", "f(1, g(x), -2) / 4", "(1 + 2) * (3", "a +"):
    try:
        print(expression.parse_string(text, parse_all=True).as_list())
    except pp.ParseException as error:
        print(error.lineno, error.column)
setting = pp.Dict(pp.ZeroOrMore(pp.Group(name + pp.Suppress("=") + (pp.QuotedString('"') | number))))
setting.ignore(pp.python_style_comment)
parsed = setting.parse_string('host = "here" # comment\nport = 80')
print(parsed.as_dict(), parsed.dump().count("\n"))
print([tokens.as_list() for tokens, _, _ in number.scan_string("1 and 2.5 and x")])
print(pp.Combine(pp.Word("ab") + pp.Literal("!")).transform_string("ab! c"))
pp.Forward()    # its finaliser runs here and not only at the end, where coverage.py does not look any more
