import jinja2
import jinja2.meta
import jinja2.sandbox

LOADER = jinja2.DictLoader({
    "base.html": "<title>{% block title %}none{% endblock %}</title>{% block body %}{% endblock %}",
    "list.html": """{% extends "base.html" %}
{% macro item(one, n=1) -%}<li class="{{ loop_class|default('x') }}">{{ one|upper|e }} {{ n }}</li>{%- endmacro %}
{% block title %}{{ super() }} {{ name }}{% endblock %}
{% block body %}{% for one in items if one %}{{ item(one, loop.index) }}{% else %}empty{% endfor %}
{% set total = namespace(n=0) %}{% for n in range(4) %}{% set total.n = total.n + n %}{% endfor %}{{ total.n }}
{{ items|sort|join(", ") }} {{ {"a": 1}|tojson }} {{ items|map("length")|list }} {{ 3 is odd }} {{ "%s" % name }}
{% if name == "shop" and items|length > 1 %}many{% elif name %}some{% endif %}{% raw %}{{ }}{% endraw %}
{% filter lower %}LOUD{% endfilter %}{% endblock %}""",
})

environment = jinja2.Environment(loader=LOADER, autoescape=True, trim_blocks=True)
print(environment.get_template("list.html").render(name="shop", items=["tea", "", "<cup>"]))
print(environment.get_template("list.html").render(name="till", items=[]))
print(sorted(jinja2.meta.find_undeclared_variables(environment.parse("{{ a }} {% set b = c %}"))))
for text in ("{{ 1 +", "{% for %}", "{{ missing.attribute }}", "{% unknown %}"):
    try:
        environment.from_string(text).render()
    except jinja2.TemplateError as error:
        print(type(error).__name__)
try:
    jinja2.sandbox.SandboxedEnvironment().from_string("{{ ''.__class__.__mro__ }}").render()
except jinja2.exceptions.SecurityError as error:
    print("refused")
