# once: the environment chooses no engine here
import itertools
import json
import os
import sys
import threading
import traceback
import unittest

import agent_run  # noqa: F401: puts the agent's package on the path
from _leadline import wire


class RecordTest(unittest.TestCase):
    def test_text_is_ascii_json(self):
        value = {'a': [1, -2, None, True, False], 'b': {'c': 'quote " back \\ line \n \u2028 \udcff \U0001f600'}}
        text = wire.json_text(value)
        self.assertEqual(value, json.loads(text))
        text.encode('ascii')

    def test_every_kind_of_character_comes_back(self):
        codes = itertools.chain(range(0x300), (0x2028, 0xd7ff, 0xd800, 0xdfff, 0xffff, 0x10000, 0x10ffff))
        texts = [chr(code) for code in codes] + ['', 'plain', '\\"\n\\', 'ж\U0001f600\x7f']
        for quote in (wire.quote, self.quote_of_c()):
            self.assertEqual(texts, [json.loads(quote(text)) for text in texts])

    def test_a_key_has_no_lone_surrogate_since_readers_refuse_it(self):
        text = wire.json_text({'a\udcff': 1, 'b"\n\u03b1\U0001f600': 2})
        self.assertEqual({'a\\udcff': 1, 'b"\n\u03b1\U0001f600': 2}, json.loads(text))
        text.encode('ascii')

    def test_no_code_of_a_str_class_runs(self):
        class Text(str):
            def asked(self, *_args, **_named):
                raise AssertionError('the program was asked')
            __str__ = __repr__ = __eq__ = __contains__ = __format__ = __iter__ = __len__ = asked
            isprintable = translate = encode = isascii = replace = asked
            __hash__ = str.__hash__
        for quote in (wire.quote, self.quote_of_c(), wire.json_text):
            for text in ('plain', 'a"b\n', '\u03b1\udcff'):
                self.assertEqual(text, json.loads(quote(Text(text))))

    def quote_of_c(self):
        self.addCleanup(setattr, wire, 'quote', wire.quote)
        wire.quote_much()
        return wire.quote

    def test_record_begins_with_its_kind_and_is_one_line(self):
        line = wire.record('code', ('file', 'a\nb'))
        self.assertEqual('{"record":"code","file":"a\\nb"}\n', line)


class StreamTest(unittest.TestCase):
    def setUp(self):
        self.reader, self.writer = os.pipe()
        self.stream = wire.Stream(self.writer)

    def tearDown(self):
        os.close(self.reader)
        os.close(self.writer)

    def test_what_is_not_ascii_by_mistake_harms_no_write(self):
        self.assertTrue(self.stream.write('"\u03b1\udcff"\n'))
        self.assertEqual(b'"\\u03b1\\udcff"\n', os.read(self.reader, 100))

    def test_a_forked_child_does_not_wait_for_a_thread_that_it_does_not_have(self):
        with self.stream._lock:
            self.stream.process = -1
            written = []
            thread = threading.Thread(target=lambda: written.append(self.stream.write('x\n')), daemon=True)
            thread.start()
            thread.join(10)
        self.assertEqual([False], written)

    def test_what_was_put_off_goes_in_front(self):
        self.stream.later('a\n')
        self.assertTrue(self.stream.write('b\n'))
        self.assertEqual(b'a\nb\n', os.read(self.reader, 100))

    def test_a_write_in_the_middle_of_a_write_waits_for_its_end(self):
        def write(descriptor, data):
            wire.system.write = real
            self.assertTrue(self.stream.write('handler\n'))
            return real(descriptor, data[:2])
        real, wire.system.write = wire.system.write, write
        self.stream.write('first\n')
        self.assertEqual(b'first\nhandler\n', os.read(self.reader, 100))

    def test_a_write_that_is_broken_off_goes_on_later(self):
        def write(descriptor, data):
            wire.system.write = real
            raise KeyboardInterrupt
        real, wire.system.write = wire.system.write, write
        with self.assertRaises(KeyboardInterrupt):
            self.stream.write('first\n')
        self.stream.write('second\n')
        self.assertEqual(b'first\nsecond\n', os.read(self.reader, 100))

    def test_the_lock_is_free_however_little_room_the_stack_has(self):
        depth = len(traceback.extract_stack())

        def write_below(frames):
            return self.stream.write('x\n') if frames <= 0 else write_below(frames - 1)
        for room in range(40):
            try:
                write_below(sys.getrecursionlimit() - depth - room)
            except RecursionError:
                pass
            self.assertTrue(self.stream._lock.acquire(False), 'room for %d frames' % room)
            self.stream._lock.release()

    def test_a_forked_child_writes_nothing(self):
        self.stream.later('pending\n')
        child = os.fork()
        if child == 0:
            os._exit(0 if self.stream.write('child\n') is False else 1)
        self.assertEqual(0, os.waitpid(child, 0)[1])
        self.stream.write('parent\n')
        self.assertEqual(b'pending\nparent\n', os.read(self.reader, 100))

    def test_a_reader_that_is_gone_is_reported_and_not_raised(self):
        os.close(self.reader)
        self.assertFalse(self.stream.write('x\n'))
        self.assertTrue(self.stream.broken)
        self.reader = os.open(os.devnull, os.O_RDONLY)
