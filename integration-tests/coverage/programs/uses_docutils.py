from docutils.core import publish_string

TEXT = """
=====
Title
=====

:Author: somebody
:Version: 1

.. contents::

A paragraph with *emphasis*, **strong**, ``literal``, a link_ and a footnote [1]_.

.. _link: https://example.org/

.. [1] The footnote.

First
-----

1. one
2. two

   - nested
   - list

term
  definition

.. note:: Mind the gap.

.. code:: python

   print("x")

===  ===
a    b
===  ===
1    2
3    4
===  ===

Second
------

::

    literal block

| line
| block

Unknown `reference`_ and :unknown:`role`.
"""

for writer in ("manpage", "pseudoxml", "xml"):
    out = publish_string(TEXT, writer_name=writer, settings_overrides={"report_level": 5, "datestamp": None})
    print(writer, len(out) > 500)
