# once: the environment chooses no engine here
import os
import sys
import unittest

import agent_run  # noqa: F401: puts the agent's package on the path
from _leadline import scope

STDLIB = os.path.dirname(os.__file__)


class ScopesTest(unittest.TestCase):
    def of(self, file, roots=('/home/me/app',), implied=False, cwd='/home/me/app'):
        return scope.Scopes('/tmp/agent', cwd, list(roots), implied).of(file)

    def test_files_under_a_root_are_the_users(self):
        self.assertEqual('user', self.of('/home/me/app/a.py'))
        self.assertEqual('user', self.of('/home/me/app/pkg/b.py'))
        self.assertEqual('site', self.of('/home/me/application/a.py'))
        self.assertEqual('user', self.of('/anything.py', roots=['/']))

    def test_relative_names_are_relative_to_the_working_directory(self):
        self.assertEqual('user', self.of('a.py'))
        self.assertEqual('user', self.of('./pkg/../a.py'))
        self.assertEqual('site', self.of('../a.py'))

    def test_libraries(self):
        self.assertEqual('stdlib', self.of(os.path.join(STDLIB, 'json', '__init__.py')))
        self.assertEqual('site', self.of(os.path.join(STDLIB, 'site-packages', 'x.py')))
        self.assertEqual('site', self.of('/usr/lib/python3/dist-packages/x.py'))
        self.assertEqual('frozen', self.of('<frozen importlib._bootstrap>'))
        self.assertEqual('generated', self.of('<string>'))
        self.assertEqual('generated', self.of('<attrs generated init a.B>'))
        self.assertEqual('agent', self.of('/tmp/agent/_leadline/wire.py'))

    def test_an_environment_inside_the_project_is_not_the_users(self):
        self.assertEqual('site', self.of('/home/me/app/.venv/lib/python3.9/site-packages/x.py'))

    def test_a_root_inside_a_library_counts_only_when_asked_for(self):
        inside = os.path.join(STDLIB, 'json')
        file = os.path.join(inside, 'tool.py')
        self.assertEqual('user', self.of(file, roots=[inside]))
        self.assertEqual('stdlib', self.of(file, roots=[inside], implied=True))
        package = '/v/lib/python3.9/site-packages/pkg'
        self.assertEqual('user', self.of(package + '/a.py', roots=[package]))
        self.assertEqual('site', self.of(package + '/a.py', roots=[package], implied=True))

    def test_the_librarys_directory_is_found_without_os(self):
        self.assertIn(STDLIB + '/', scope.Scopes('/a', '/', [], True)._stdlib)
        self.assertTrue(os.path.isabs(sys.modules['os'].__file__))

    def test_names_for_globs(self):
        scopes = scope.Scopes('/a', '/r', ['/r', '/r/src'], False)
        self.assertEqual(['src/p/m.py', 'p/m.py'], scopes.relative_names('src/p/m.py'))
        scopes = scope.Scopes('/a', '/w', ['/w/prog'], False)
        self.assertEqual(['prog/m.py', 'm.py'], scopes.relative_names('/w/prog/m.py'))
