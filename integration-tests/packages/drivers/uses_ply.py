# python: 3.6+
# debian: python3-ply
import sys

import ply.lex
import ply.yacc

tokens = ('NAME', 'NUMBER', 'EQ', 'IF', 'PRINT')
literals = '+-*/()=;{},'
precedence = (('left', 'EQ'), ('left', '+', '-'), ('left', '*', '/'), ('right', 'UMINUS'))
reserved = {'if': 'IF', 'print': 'PRINT'}
states = (('comment', 'exclusive'),)
t_EQ = r'=='
t_ignore = ' \t'
t_comment_ignore = ''


def t_NAME(t):
    r'[a-z]\w*'
    t.type = reserved.get(t.value, 'NAME')
    return t


def t_NUMBER(t):
    r'\d+'
    t.value = int(t.value)
    return t


def t_newline(t):
    r'\n+'
    t.lexer.lineno += len(t.value)


def t_begin(t):
    r'/\*'
    t.lexer.push_state('comment')


def t_comment_end(t):
    r'\*/'
    t.lexer.pop_state()


def t_comment_any(t):
    r'.'


def t_error(t):
    print('illegal', t.value[0], t.lineno)
    t.lexer.skip(1)


def t_comment_error(t):
    t.lexer.skip(1)


names = {}


def p_program(p):
    """program : program statement
    | statement"""
    p[0] = p[1] + [p[2]] if len(p) == 3 else [p[1]]


def p_statement(p):
    """statement : NAME '=' expression ';'
    | PRINT arguments ';'
    | IF expression '{' program '}'"""
    p[0] = tuple(p)[1:]


def p_error_statement(p):
    "statement : error ';'"
    p[0] = 'error'


def p_arguments(p):
    """arguments : expression
    | arguments ',' expression"""
    p[0] = [p[1]] if len(p) == 2 else p[1] + [p[3]]


def p_binary(p):
    """expression : expression '+' expression
    | expression '-' expression
    | expression '*' expression
    | expression '/' expression
    | expression EQ expression"""
    p[0] = (p[2], p[1], p[3])


def p_unary(p):
    "expression : '-' expression %prec UMINUS"
    p[0] = ('neg', p[2])


def p_group(p):
    "expression : '(' expression ')'"
    p[0] = p[2]


def p_atom(p):
    """expression : NUMBER
    | NAME"""
    p[0] = p[1]


def p_error(p):
    print('syntax error at', p and (p.type, p.value, p.lineno))


class Quiet:
    def warning(self, *words):
        print('warning', words[0])

    debug = info = error = critical = warning


lexer = ply.lex.lex()
parser = ply.yacc.yacc(debug=False, write_tables=False, errorlog=Quiet())
for text in (
    'a = 1 + 2 * 3;',
    'print a, -b, (c - 1) / 2;\nif a == 1 { print 1; b = 2; }',
    'a = ;\nb = 2;',
    'x /* a \n comment */ = 1;',
    'a = 1 $ ;',
    'if',
    '1;',
):
    lexer.lineno = 1
    print(parser.parse(text, lexer=lexer, tracking=True))
lexer.input('a == 1')
print(list(lexer), lexer.clone().lineno)
slr = ply.yacc.yacc(method='SLR', debug=False, write_tables=False, errorlog=Quiet())
print(slr.parse('a = 1;', lexer=lexer))
