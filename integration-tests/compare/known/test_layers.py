import io
import unittest


class T(unittest.TestCase):
    def setUp(self):
        self.x = 1

    def test_x(self):
        self.assertEqual(self.x, 1)


unittest.main(testRunner=unittest.TextTestRunner(stream=io.StringIO()), exit=False)
