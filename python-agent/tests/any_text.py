"""A program that has every kind of text wherever the trace has text, and prints what it had.

TEXTS stand in file names, names of functions, modules, variables, attributes and threads, in values and in
messages, once as they are and once as instances of a str class that ends the program when it is asked
for anything. With the argument `fork` a child does the same, and then becomes another program.
"""
import json
import os
import sys
import threading

TEXTS = ['\u03b1', '\u00e9', '\udcff', '\ud83d', 'a\0b', '\x1b[31m', '\U0001f600', '"\\\n\r\t\b',
         '\x7f\x80\x9b', '\u202e\u2028', '\U0010ffff\uffff', '', '\udcff\udcfe' * 10]
METHODS = ('__str__ __repr__ __eq__ __contains__ __getitem__ __len__ __iter__ __format__ __mod__ __add__ '
           'isprintable translate startswith endswith encode isascii replace partition lower').split()


def asked(*_args, **_named):
    os._exit(9)


Text = type('Text', (str,), dict.fromkeys(METHODS, asked))
Text.__hash__ = str.__hash__


def template(a):
    b = a
    return b


def layer(call, a):
    return call(a)


class Bag:
    pass


def renamed(function, directory, text, kind):
    """A copy of the function with the text in its names and in those of its variables."""
    code = function.__code__
    variables = tuple(name + text for name in code.co_varnames)
    file, name = kind(directory + text), kind(function.__name__ + text)
    if hasattr(code, 'replace'):
        more = {'co_qualname': kind('Q.' + text)} if hasattr(code, 'co_qualname') else {}
        code = code.replace(co_varnames=variables, co_filename=file, co_name=name, **more)
    else:
        code = type(code)(
            code.co_argcount, code.co_kwonlyargcount, code.co_nlocals, code.co_stacksize, code.co_flags,
            code.co_code, code.co_consts, code.co_names, variables, file, name, code.co_firstlineno,
            code.co_lnotab, code.co_freevars, code.co_cellvars)
    return type(function)(code, {'__name__': 'm' + text})


def say(text, value):
    """The flat event of a call of the renamed template, as far as its text goes."""
    key = ('a' + text).encode('utf-8', 'backslashreplace').decode('utf-8')  # see PROTOCOL.md
    print(json.dumps({'file': os.getcwd() + '/x' + text, 'function': 'template' + text,
                      'args': {key: value}, 'message': text, 'module': 'm' + text,
                      'thread': 't' + text}))


def use(text, kind):
    function = renamed(template, os.getcwd() + '/x', text, kind)
    value = kind(text)
    say(text, repr(text) if kind is str else '<%s.Text %r>' % (__name__, text))
    function(value)
    bag = Bag()
    vars(bag)[text] = text
    renamed(layer, '/elsewhere/', text, kind)(function, [bag, {text: value}])
    try:
        raise ValueError(text)
    except ValueError:
        pass
    thread = threading.Thread(target=function, args=(None,), name='t' + text)
    thread.start()
    thread.join()
    exec(compile('x = 1\n', os.getcwd() + '/x', 'exec'), {'__name__': 'm' + text}, {'k' + text: text})


def main():
    for kind in (str, Text):
        for text in TEXTS:
            use(text, kind)
    sys.stdout.flush()


main()
if sys.argv[1:] and sys.argv[1] == 'fork':
    child = os.fork()
    if not child:
        main()
        with open('true\udcff', 'w') as script:
            script.write('#!/bin/sh\n')
        os.chmod('true\udcff', 0o700)
        os.execv('./true\udcff', ['true'])
    os.waitpid(child, 0)
