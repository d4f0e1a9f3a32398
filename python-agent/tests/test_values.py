# once: the environment chooses no engine here
import json
import unittest

import agent_run  # noqa: F401: puts the agent's package on the path
from _leadline.values import exceptions, texts as values


class Evil(Exception):
    def __str__(self):
        raise AssertionError('the program\'s __str__ was run')
    __repr__ = __str__

    def __getattribute__(self, name):
        raise AssertionError('the program\'s __getattribute__ was run')


class Watched:
    def __repr__(self):
        raise AssertionError('the program\'s __repr__ was run')
    __str__ = __repr__


class Text(str):
    __str__ = __repr__ = Watched.__repr__


def caught(run):
    try:
        run()
    except BaseException as exception:
        return exception
    raise AssertionError('nothing was raised')


class ExceptionTextTest(unittest.TestCase):
    def check(self, exception, name, message):
        self.assertEqual((name, message), values.exception_text(exception))
        self.assertEqual([name, message], json.loads('[%s]' % exceptions.exception_json(exception)))

    def test_builtin_exceptions_say_what_str_says(self):
        for exception in (
                ValueError('bad'), ValueError(), ValueError('a "quoted"\nline'), ValueError(True), ValueError(-5), ValueError(1, 2),
                ValueError(1 << 64), ValueError(1.5), KeyError('k'), KeyError(1), KeyError("it's"), KeyError(), KeyError(None),
                OSError(2, 'No such file', 'x'), StopIteration(3), SystemExit('bye'),
                caught(lambda: 1 / 0), caught(lambda: open('/no/such/file')),
                caught(lambda: b'\xff'.decode('ascii')), caught(lambda: compile('a b', 'f', 'exec')),
                caught(lambda: __import__('no_such_module')), caught(lambda: [][1]),
                caught(lambda: undefined)):  # noqa: F821
            self.check(exception, type(exception).__name__, str(exception))

    def test_module_stands_before_a_class_of_the_program(self):
        class Inner(ValueError):
            pass
        self.check(Inner('x'), __name__ + '.Inner', 'x')

    def test_code_of_the_program_is_not_run(self):
        self.check(Evil('secret', 3), __name__ + '.Evil', "'secret', 3")
        self.check(Evil(Watched()), __name__ + '.Evil', '<%s.Watched>' % __name__)
        self.check(ValueError(Watched()), 'ValueError', '<%s.Watched>' % __name__)
        self.check(ValueError(Text('a')), 'ValueError', '<%s.Text>' % __name__)
        self.check(KeyError([Watched()]), 'KeyError', '<list>')
        failed = OSError(2, 'text')
        failed.filename = Watched()
        self.check(failed, 'FileNotFoundError', "2, 'text'")
        syntax = SyntaxError('bad')
        syntax.msg = Watched()
        self.check(syntax, 'SyntaxError', 'bad')

    def test_a_metaclass_is_not_asked(self):
        class Meta(type):
            @property
            def __name__(cls):
                raise AssertionError('the program\'s metaclass was asked')
        made = Meta('Made', (ValueError,), {'__module__': 'there'})
        self.check(made('x'), 'there.Made', 'x')

    def test_long_texts_are_cut_and_say_their_length(self):
        name, message = values.exception_text(ValueError('x' * 5000))
        self.assertEqual('x' * values.LONGEST + '... (5000 characters)', message)
        self.check(KeyError('x' * 199), 'KeyError', "'" + 'x' * 199 + '... (201 characters)')
        self.check(ValueError('x' * 5000), 'ValueError', message)

    def test_huge_numbers_are_not_written_out(self):
        self.check(ValueError(1 << 100000), 'ValueError', '<int of 100001 bits>')

    def test_groups_count_their_members(self):
        try:
            group = ExceptionGroup('both', [ValueError(1), KeyError(2)])
        except NameError:
            return self.assertLess(__import__('sys').version_info, (3, 11))
        self.check(group, 'ExceptionGroup', 'both (2 sub-exceptions)')
