import ply.lex
import ply.yacc

tokens = ("NUMBER", "NAME")
literals = "+-*/()="
t_ignore = " "
t_NAME = r"[a-z]+"
precedence = (("left", "+", "-"), ("left", "*", "/"), ("right", "UMINUS"))
names = {}


def t_NUMBER(t):
    r"\d+"
    t.value = int(t.value)
    return t


def t_error(t):
    t.lexer.skip(1)


def p_statement(p):
    """statement : NAME '=' expression
                 | expression"""
    if len(p) == 4:
        names[p[1]] = p[3]
    p[0] = p[len(p) - 1]


def p_binary(p):
    """expression : expression '+' expression
                  | expression '-' expression
                  | expression '*' expression
                  | expression '/' expression"""
    p[0] = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b,
            "/": lambda a, b: a // b}[p[2]](p[1], p[3])


def p_minus(p):
    "expression : '-' expression %prec UMINUS"
    p[0] = -p[2]


def p_group(p):
    "expression : '(' expression ')'"
    p[0] = p[2]


def p_number(p):
    "expression : NUMBER"
    p[0] = p[1]


def p_name(p):
    "expression : NAME"
    p[0] = names.get(p[1], 0)


def p_error(p):
    print("error at", p and p.value)


lexer = ply.lex.lex()
parser = ply.yacc.yacc(write_tables=False, debug=False)
for text in ("x = 2 + 3 * 4", "-(x - 1) / 2", "1 + $ 2", "1 +", "2 2"):
    print(parser.parse(text, lexer=lexer))
