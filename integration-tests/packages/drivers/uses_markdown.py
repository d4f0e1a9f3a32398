# python: 3.7+
# debian: python3-markdown python3-importlib-metadata python3-zipp python3-typing-extensions
import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.extensions.toc import TocExtension

TEXT = '''Title: Meta
Author: Some One

[TOC]

# First {#own .cls}

Some *emphasis*, **strong**, ***both***, `code`, ++plus++, [link](http://example.org "title"), ![img](a.png), <http://auto.link>, <me@example.org>,
[ref][one], HTML, "quoted" -- dashes... and a note[^1].  
Broken.

[one]: http://ref.example 'Ref'
[^1]: The note.

*[HTML]: Hyper Text

> quote
> > nested

* one
* two

    paragraph

    1. inner
    2. more

~~~~{.python hl_lines="1"}
def f(): pass
~~~~

    indented code

a | b
:-- | --:
1 | 2
`x|y` | z

Term
:   Definition

!!! note "Titled"
    Admonition.

<div markdown="1">
*in div*
</div>

## First

- a

- b

***
&copy; \\* 5 < 6 & 7
'''


class Shout(Treeprocessor):
    def run(self, root):
        for element in root.iter('h2'):
            element.text = element.text.upper()


class Own(Extension):
    def __init__(self, **options):
        self.config = {'tag': ['ins', 'the tag']}
        super().__init__(**options)

    def extendMarkdown(self, md):
        md.inlinePatterns.register(SimpleTagInlineProcessor(r'()\+\+(.*?)\+\+', self.getConfig('tag')), 'ins', 175)
        md.treeprocessors.register(Shout(md), 'shout', 15)


print(markdown.markdown(TEXT))
names = [
    'abbr',
    'attr_list',
    'def_list',
    'fenced_code',
    'footnotes',
    'md_in_html',
    'tables',
    'admonition',
    'meta',
    'nl2br',
    'sane_lists',
    'smarty',
    'wikilinks',
    'legacy_em',
]
converter = markdown.Markdown(
    extensions=['markdown.extensions.' + name for name in names]
    + [Own(tag='u'), TocExtension(permalink=True, baselevel=2)],
    output_format='xhtml',
)
print(converter.convert(TEXT))
print(converter.Meta, converter.toc_tokens)
converter.reset()
for text in (
    '',
    '*',
    '**a',
    '[a](',
    '<b',
    '`a',
    '#',
    '1. x\n3. y',
    'a\n=\nb\n-',
    '<p>x',
    '<!-- c -->',
    '[x]: y\n[x]',
    '[[Wiki Page]]',
    '  - a\n     - b',
    '\ta',
    '<hr/>*a*',
    '&#x26;',
    '[a](<b c> "d")',
    '![][x]',
    '\u0002',
):
    print(repr(converter.reset().convert(text)))
try:
    markdown.markdown('x', extensions=['nowhere'])
except ImportError as error:
    print(type(error).__name__)
