import unittest


class SampleTest(unittest.TestCase):
    def setUp(self):
        self.items = [3, 1, 2]

    def test_sorted(self):
        self.assertEqual(sorted(self.items), [1, 2, 3])

    def test_error(self):
        with self.assertRaises(ValueError):
            self.items.index(9)

    @unittest.skip("shows a skipped one")
    def test_skipped(self):
        self.fail("never runs")
