from packaging import markers, requirements, specifiers, tags, utils, version

print(sorted(version.Version(one) for one in ("1.0", "1.0rc1", "1!0.1", "1.0.post2", "1.0.dev3+local")))
print(list(specifiers.SpecifierSet(">=1.0,!=1.3.*,~=1.2").filter(["1.1", "1.2", "1.3.1", "1.9", "2.0", "1.5a1"])))
for text in ("shop[tea,cup]>=1; python_version < '4' and os_name != 'x'",
             "till @ https://example.org/t.zip", "a b", "x>="):
    try:
        one = requirements.Requirement(text)
        print(one.name, sorted(one.extras), one.url, one.marker and one.marker.evaluate())
    except requirements.InvalidRequirement:
        print("wrong")
print(markers.Marker("extra == 'a' or (sys_platform in 'linux win32')").evaluate({"extra": "b"}))
print(utils.canonicalize_name("A.b_C"), utils.parse_wheel_filename("shop-1.0-py3-none-any.whl")[0])
print(len(list(tags.parse_tag("py2.py3-none-any"))), next(iter(tags.sys_tags())) is not None)
