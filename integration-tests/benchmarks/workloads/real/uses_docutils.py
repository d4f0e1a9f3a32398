# debian: python3-docutils python3-roman
"""docutils reads a document with a table, lists and references, and shows its tree: `scale` times."""
import sys

import docutils.core

TEXT = '''
Title
=====

A paragraph with *emphasis*, **strong**, ``literal``, a reference_ and a footnote [1]_.

.. _reference: https://example.org/
.. [1] The note.

- one
- two

  1. nested
  2. list

+-----+-------+
| key | value |
+=====+=======+
| a   | 1     |
+-----+-------+

Section
-------

Term
    Definition.

.. note:: An admonition.
'''


def main(scale):
    for _ in range(scale):
        docutils.core.publish_doctree(TEXT).pformat()


if __name__ == '__main__':
    main(int(sys.argv[1]))
