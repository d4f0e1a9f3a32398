import yaml

TEXT = """
a: &x [1, 2.5, 0x1F, yes, null, 2001-12-14t21:59:43.10-05:00]
b: *x
c: {d: "quoted \\u00e9", 'e': !!str 12}
f: |
  literal
    text
g: >-
  folded
  text
? complex key
: - nested
  - <<: {h: 1}
    i: 2
"""

data = yaml.load(TEXT, yaml.SafeLoader)
print(data)
print(yaml.dump(data, Dumper=yaml.SafeDumper, default_flow_style=False, allow_unicode=True))
print(yaml.dump_all([{"a": ["x" * 90, "multi\nline", 1.5, True, None]}, (1, 2)], Dumper=yaml.Dumper,
                    width=40, explicit_start=True))
print([type(event).__name__ for event in yaml.parse("- a\n- {b: c}\n")])
for text in ("a: [1", "a: b: c", "\t- x", "*unknown", "!!python/object:x.y {}", "%YAML 9.9\n---\na"):
    try:
        print(yaml.safe_load(text))
    except yaml.YAMLError as error:
        print(type(error).__name__)
