"""A fault of the agent's own does not surface in the program."""

import unittest

from agent_run import AgentRun

BREAK = '''
import gc
def broken(name, arguments):
    """Puts a body that raises in the place of a function of the agent."""
    for function in gc.get_objects():
        if type(function) is type(broken) and function.__name__ == name:
            made = {}
            text = 'def %s(%s): raise LookupError(1)' % (name, arguments)
            exec(compile(text, function.__code__.co_filename, 'exec'), made)
            function.__code__ = made[name].__code__
'''
FAILS = '''
def fails(n):
    try:
        raise ValueError(n)
    except ValueError:
        return n
broken('exception_text', 'fault')
print(fails(1) + fails(2))
'''


class FaultsTest(unittest.TestCase):
    def test_the_text_of_an_exception(self):
        for kinds in ['call', 'line', 'return', 'exception'], ['call', 'return', 'exception'], ['exception']:
            run = AgentRun(BREAK + FAILS, events=kinds)
            self.assertEqual((0, b'3\n', b''), (run.status, run.stdout, run.stderr))
            self.assertEqual(['an event could not be recorded: LookupError'],
                             [record['text'] for record in run.of_kind('trouble')])


if __name__ == '__main__':
    unittest.main()
