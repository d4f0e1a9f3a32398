import io
import unittest


class T(unittest.TestCase):
    def setUp(self):  #: differs=library-layers 3.7/3.8
        self.x = 1

    def test_x(self):  #: differs=library-layers 3.7/3.8
        self.assertEqual(self.x, 1)


unittest.main(testRunner=unittest.TextTestRunner(stream=io.StringIO()), exit=False)
