import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import html
import html.parser


class Outline(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.found.append(data.strip())


outline = Outline()
outline.feed('<!doctype html><p class="a">one &amp; <b>two</b><!-- no --><br/></p>')
outline.close()
print(outline.found, html.escape("<&>"), html.unescape("&eacute;&#65;"))
