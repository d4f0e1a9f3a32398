# python: 3.7+
# debian: python3-jinja2 python3-markupsafe
import sys

sys.modules['markupsafe._speedups'] = None
import jinja2
from jinja2 import sandbox

TEMPLATES = {
    'base': '''<title>{% block title %}Base{% endblock %}</title>
{%- macro field(name, value='', size=20) %}<input name="{{ name }}" value="{{ value|e }}" size={{ size }}>{% endmacro %}
{% block body scoped %}{% endblock %}''',
    'child': '''{% extends "base" %}{% block title %}{{ super() }}: {{ title|title }}{% endblock %}
{% block body %}{% for row in rows recursive %}{{ loop.index }}/{{ loop.length }} {{ loop.cycle('odd', 'even') }}
{%- if row.children %}<ul>{{ loop(row.children) }}</ul>{% elif row.name is defined %}{{ row.name|upper }}{% else %}-{% endif %}
{% else %}nothing{% endfor %}{% include 'part' ignore missing %}{% include 'none' ignore missing %}{% endblock %}''',
    'part': '''{% set ns = namespace(total=0) %}{% for n in numbers if n % 2 %}{% set ns.total = ns.total + n %}{% endfor %}{{ ns.total }}
{% filter indent(2) %}{{ numbers|sort(reverse=true)|batch(2, 0)|map('join', '+')|join(', ') }}{% endfilter %}
{% with a = 1, b = 2 %}{{ a ~ b }}{{ [a, b] if false else {'k': a}['k'] }}{% endwith %}{% call(x) each([1,2]) %}<{{ x }}>{% endcall %}
{% macro each(items) %}{% for i in items %}{{ caller(i) }}{% endfor %}{% endmacro %}{{ text|wordwrap(10)|replace('a', 'b')|truncate(12) }}
{% raw %}{{ raw }}{% endraw %}{{ numbers|sum }} {{ numbers|groupby(0)|list if false else numbers|first }} {{ "%s"|format(1) }} {{ 3 is odd and not 4 is odd }}''',
}


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, str(error).splitlines()[0])


environment = jinja2.Environment(
    loader=jinja2.DictLoader(TEMPLATES),
    autoescape=True,
    extensions=['jinja2.ext.loopcontrols', 'jinja2.ext.do', 'jinja2.ext.i18n'],
)
environment.install_null_translations()
environment.filters['double'] = lambda value: value * 2
tree = [{'name': 'a<b'}, {'children': [{'name': 'x'}, {}]}, {}]
for rows in (tree, []):
    try:
        print(
            environment.get_template('child').render(
                title='some title', rows=rows, numbers=[3, 1, 2], text='a long text of a few words'
            )
        )
    except jinja2.UndefinedError as error:
        print(error)
fixed = dict(TEMPLATES, part=TEMPLATES['part'].replace('{% call(x) each([1,2]) %}<{{ x }}>{% endcall %}', ''))
environment = environment.overlay(loader=jinja2.DictLoader(fixed))
print(
    environment.get_template('child').render(
        title='some title', rows=tree, numbers=[3, 1, 2], text='a long text of a few words'
    )
)
for source in (
    '{{ missing.attribute }}',
    '{% if %}',
    '{{ 1 +',
    '{% for x in y %}',
    '{{ x|nofilter }}',
    '{{ 1 / 0 }}',
    "{% extends 'nowhere' %}",
    '{% for i in range(9) %}{% if i == 2 %}{% continue %}{% endif %}{% if i > 4 %}{% break %}{% endif %}{{ i }}{% endfor %}',
    '{% trans count=n %}one{% pluralize %}{{ count }} many{% endtrans %}',
    '{% do items.append(1) %}{{ items }}',
    '{{ items|map(attribute="x")|reject("none")|list }}',
    '{{ x.y.z is defined }}',
    '{{ lipsum }}'[:5] + '1 }}',
    '{{ -x ** 2 // 3 % 5 }}',
    '{{ a and b or not c }}',
):
    attempt(lambda: environment.from_string(source).render(n=2, items=[], x=3, a=1, b=0, c=0))
strict = jinja2.Environment(
    undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, line_statement_prefix='#'
)
attempt(lambda: strict.from_string('# for x in y\n  {{ x }}\n# endfor\n{{ z }}').render(y='ab'))
attempt(lambda: strict.from_string('# for x in y\n  {{ x }}\n# endfor').render(y='ab'))
boxed = sandbox.SandboxedEnvironment()
for source in ('{{ "".__class__ }}', '{{ [].append(1) }}', '{{ "{0.__class__}".format(1) }}', '{{ range(3)|list }}'):
    attempt(lambda: boxed.from_string(source).render())
print(
    environment.compile_expression('x + 1')(x=2),
    (
        sorted(jinja2.meta.find_undeclared_variables(environment.parse('{{ a }}{% set b = c %}{{ b }}')))
        if hasattr(jinja2, 'meta')
        else ''
    ),
)
print(list(environment.lex('{{ a }} b {# c #}')))
