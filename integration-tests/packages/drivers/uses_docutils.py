# python: 3.7+
# debian: python3-docutils python3-roman
import os

import docutils.core
import docutils.utils
from docutils.parsers.rst import Directive, directives, roles
from docutils import nodes

TEXT = '''
=====
Title
=====

:Author: A. Writer
:Version: 1.0

.. contents:: Table
.. sectnum::

First
=====

A paragraph with *emphasis*, **strong**, ``literal``, `role`:emphasis:, a reference_, an
`anonymous one`__, a footnote [1]_, an auto footnote [#note]_, a citation [CIT2002]_ and |sub|.

.. _reference: https://example.org/
__ https://example.org/other
.. |sub| replace:: a *replacement*
.. [1] Footnote one.
.. [#note] Auto-numbered.
.. [CIT2002] A citation.

- item
- item with

  1. enumerated
  2. second

term : classifier
    definition

-a, --all   an option
--long=ARG  another

Second
======

.. table:: Caption

   ===== =====
   A     B
   ===== =====
   one   two
   three four
   ===== =====

+-------+---------+
| Head  | Wide    |
+=======+=========+
| x     | y       |
|       +---------+
|       | z       |
+-------+---------+

.. csv-table:: CSV
   :header: "a", "b"

   1, "two, three"

.. note:: Admonition.

.. code:: python

   def f(x): return x

.. figure:: image.png
   :width: 50%
   :alt: none

   Caption.

.. math:: \\frac{a}{b} + \\sqrt{x}

.. box:: Own
   :size: 3

   Content of :own:`it`.

.. unknown:: x

Third
-----

Undefined_ and `unclosed and a | line block:

| one
|   two

>>> doctest
'block'

::

    literal block

..
   comment
'''


class Box(Directive):
    required_arguments = 1
    option_spec = {'size': directives.nonnegative_int}
    has_content = True

    def run(self):
        box = nodes.container()
        box['size'] = self.options.get('size', 1)
        self.state.nested_parse(self.content, self.content_offset, box)
        return [box]


def own(name, rawtext, text, lineno, inliner, options={}, content=[]):
    return [nodes.emphasis(rawtext, text.upper())], []


directives.register_directive('box', Box)
roles.register_local_role('own', own)
settings = {
    'template': os.path.join(os.path.dirname(os.path.abspath(__file__)), 'template.txt'),
    'math_output': 'MathML',
    'report_level': 5,
    'embed_stylesheet': False,
    'stylesheet_path': '',
    'stylesheet': None,
    '_disable_config': True,
    'datestamp': None,
    'generator': False,
    'halt_level': 5,
    'syntax_highlight': 'none',
}
for writer in ('html5', 'manpage', 'pseudoxml', 'xml'):
    text = docutils.core.publish_string(TEXT, writer_name=writer, settings_overrides=settings).decode()
    print(writer, len(text.splitlines()), text.count('emph'))
parts = docutils.core.publish_parts(TEXT, writer_name='html4css1', settings_overrides=settings)
print(parts['title'], sorted(parts)[:4])
document = docutils.core.publish_doctree(TEXT, settings_overrides=settings)
print([type(one).__name__ for one in document.children])
try:
    docutils.core.publish_string('Title\n==\n\ntext', settings_overrides=dict(settings, halt_level=2))
except docutils.utils.SystemMessage as error:
    print(error)
