# either engine: records have the same keys
import json
import os
import re
import unittest

from agent_run import AGENT, AgentRun


def documented():
    """record kind -> keys of its example in PROTOCOL.md."""
    with open(os.path.join(AGENT, 'PROTOCOL.md'), encoding='utf-8') as stream:
        text = stream.read()
    found = {}
    for example in re.findall(r'```json\n(.*?)\n```', text, re.DOTALL):
        value = json.loads(example)
        found[value.get('record', 'configuration')] = value
    return found


class ProtocolTest(unittest.TestCase):
    def test_every_record_has_just_the_documented_keys(self):
        examples = documented()
        run = AgentRun('def f(): pass\nfor i in range(900): f()\n', max_events=100)
        kinds = {record['record'] for record in run.records}
        self.assertEqual({'header', 'thread', 'code', 'base', 'events', 'limit', 'ending', 'end'}, kinds)
        for record in run.records:
            example = examples[record['record']]
            self.assertEqual(sorted(example), sorted(record))
            for key, value in example.items():
                if isinstance(value, dict) and key != 'seen':
                    self.assertEqual(sorted(value), sorted(record[key]), key)

    def test_the_header_is_first_and_the_end_last(self):
        run = AgentRun('pass')
        self.assertEqual('header', run.records[0]['record'])
        self.assertEqual(1, run.records[0]['protocol'])
        self.assertEqual('end', run.records[-1]['record'])

    def test_index_lists_all_files(self):
        with open(os.path.join(AGENT, 'index.txt')) as stream:
            listed = stream.read().split()
        there = ['leadline_agent.py']
        for package in ('_leadline', 'facts', 'follow'):
            for directory, _names, files in os.walk(os.path.join(AGENT, package)):
                there += [os.path.relpath(os.path.join(directory, name), AGENT)
                          for name in files if name.endswith('.py')]
        libraries = [name for name in listed if name.startswith('native/')]  # each is there where it was built
        self.assertEqual(sorted(there + libraries), sorted(listed))
