# debian: python3-jinja2 python3-markupsafe
"""jinja2 compiles a template with loops, filters and a macro, and renders it ten times: `scale` times."""
import sys

import jinja2

TEXT = '''
{% macro cell(value, tag='td') %}<{{ tag }}>{{ value|e }}</{{ tag }}>{% endmacro %}
<h1>{{ title|title }}</h1>
{% for row in rows %}<tr class="{{ loop.cycle('odd', 'even') }}">{{ cell(loop.index, 'th') }}
{% for name in row|sort %}{% if row[name] is number %}{{ cell(row[name]|round(1)) }}{% else %}{{ cell(row[name]|upper) }}{% endif %}{% endfor %}</tr>
{% else %}nothing{% endfor %}
'''
ROWS = [{'name': 'row <%d>' % number, 'price': number * 1.25, 'amount': number} for number in range(20)]


def main(scale):
    for _ in range(scale):
        template = jinja2.Environment(autoescape=False).from_string(TEXT)
        for _ in range(10):
            template.render(title='a list of goods', rows=ROWS)


if __name__ == '__main__':
    main(int(sys.argv[1]))
