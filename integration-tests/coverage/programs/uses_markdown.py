import markdown

TEXT = """Title {#top}
=====

Some *emphasis*, **strong**, `code`, [link][1] and an abbreviation: HTML.

[1]: https://example.org "title"
*[HTML]: a language

* one
* two

    1. nested

Term
:   definition

a | b
--|--
1 | 2

~~~ python
print("x")
~~~

!!! note "Mind"
    the gap

<div markdown="1">*raw*</div>

Text[^1].

[^1]: Note.
"""

print(markdown.markdown(TEXT, extensions=["extra", "toc", "admonition", "sane_lists", "meta", "smarty"]))
print(markdown.Markdown(output_format="html", tab_length=2).convert("> quote\n\n***\n\n\\*not\\* <x@y.org>  \nbroken"))
