# once: the environment chooses no engine here
import collections
import types
import unittest

import agent_run  # noqa: F401: puts the agent's package on the path
from _leadline.values import texts as values
from _leadline.values.redaction import Redaction

SECRET = ['*password*', 'TOKEN', 'api?key', 'pass*', '*_pin']


class RedactionTest(unittest.TestCase):
    def test_globs_are_matched_without_case(self):
        hides = Redaction(SECRET).hides
        for name in ('password', 'old_PassWord_2', 'token', 'Token', 'api_key', 'API-KEY', 'passé',
                     'my_pin', b'token', '*token', '**token', '_token', '__token', 'token_',
                     '_Login__token', 'x' * 5000 + 'password', 'password' + 'x' * 5000):
            self.assertTrue(hides(name), name)
            self.assertTrue(hides(name), name)  # the second time, from memory
        for name in ('', 'tokens', 'user', 'apikey', 'pin', 'spin', 5, None, ('token',)):
            self.assertFalse(hides(name), name)

    def test_no_globs_hide_nothing_and_a_star_hides_all(self):
        self.assertFalse(Redaction([]).hides('password'))
        self.assertTrue(Redaction(['*']).hides('anything'))

    def test_what_is_remembered_of_names_is_bounded(self):
        redaction = Redaction(SECRET)
        for i in range(20000):
            redaction.hides('name%d' % i)
        self.assertLess(len(redaction.known), 5001)


class RedactedTextsTest(unittest.TestCase):
    def check(self, expected, value, name='value'):
        self.assertEqual(expected, values.Texts(SECRET).of(name, value))

    def test_a_name_of_its_own(self):
        self.check('<redacted>', 'x', 'password')
        self.check('<redacted>', None, 'get_password')

    def test_keys(self):
        self.check("{'password': <redacted>, 'user': 'me'}", {'password': 'x', 'user': 'me'})
        self.check("[{'a': {b'token': <redacted>}}]", [{'a': {b'token': [1]}}])
        self.check("<collections.OrderedDict {'token': <redacted>}>",
                   collections.OrderedDict(token=1))

    def test_attributes_slots_and_fields(self):
        class Slotted:
            __slots__ = ('__token',)

            def __init__(self):
                self.__token = 'x'
        self.check('<%s.Slotted _Slotted__token=<redacted>>' % __name__, Slotted())
        self.check('<types.SimpleNamespace _password=<redacted> a=1>',
                   types.SimpleNamespace(_password='x', a=1))
        login = collections.namedtuple('Login', 'user password')
        self.check("[%s.Login(user='me', password=<redacted>)]" % __name__, [login('me', 'x')])

    def test_pairs_of_a_name_and_a_value(self):
        self.check("[('token', <redacted>), ('user', 'me')]", [('token', 'x'), ('user', 'me')])
        self.check("['api-key', <redacted>]", ['api-key', 'x'])
        self.check("dict_items([('token', <redacted>)])", {'token': 'x'}.items())
        self.check("('the password is wrong', 1)", ('the password is wrong', 1))
        self.check("('token', 'x', 1)", ('token', 'x', 1))
