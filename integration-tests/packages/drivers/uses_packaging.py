# python: 3.7+
# debian: python3-packaging
from packaging import markers, requirements, specifiers, tags, utils, version

for text in (
    '1.0',
    '1!2.3a4.post5.dev6+local.7',
    'v1.0-1',
    '1.0c1',
    '2.0.0',
    '1.0.dev456',
    'x',
    '1..0',
    '1.0+',
    '0.0.0rc',
):
    try:
        one = version.Version(text)
        print(
            one, one.public, one.base_version, one.release, one.is_prerelease, one.is_postrelease, one.local, one.major
        )
    except version.InvalidVersion as error:
        print(error)
print(sorted(map(version.parse, ['1.0', '1.0a1', '1.0.post1', '1.0.dev1', '1.0rc1', '1.0+a', '0!0.9', '1.0+1'])))
for text in (
    '>=1.0',
    '~=1.4.2',
    '==1.*',
    '!=1.5.*',
    '<1.0',
    '>1.0',
    '<=2',
    '',
    '==1.0+local',
    '~=1',
    'nothing',
    '>=x',
):
    try:
        found = specifiers.SpecifierSet(text, prereleases=None)
        print(
            sorted(str(one) for one in found),
            [text for text in ('0.9', '1.0', '1.0a1', '1.4.5', '1.5.1', '2.0', '1.0.post1') if text in found],
            list(found.filter(['1.0', '2.0a1', '1.5'])),
            found.prereleases,
        )
    except specifiers.InvalidSpecifier as error:
        print(error)
print(
    specifiers.SpecifierSet('>1') & specifiers.SpecifierSet('<3'),
    specifiers.Specifier('==1.0') == '==1',
    hash(specifiers.Specifier('==1.0')) == hash(specifiers.Specifier('==1.0')),
)
environment = {
    'python_version': '3.8',
    'os_name': 'posix',
    'sys_platform': 'linux',
    'extra': 'test',
    'platform_python_implementation': 'CPython',
    'python_full_version': '3.8.1',
}
for text in (
    "python_version >= '3.6' and os_name == 'posix'",
    "extra == 'test' or sys_platform in 'win32 linux'",
    "(python_version < '3' and os_name != 'nt') or 'lin' in sys_platform",
    "platform_python_implementation not in 'PyPy'",
    'python_version',
    "x == 'y'",
    "python_version ~= '3.6'",
    "os_name != 'posix'",
):
    try:
        marker = markers.Marker(text)
        print(marker, marker.evaluate(environment))
    except (
        KeyError,
        version.InvalidVersion,
        markers.InvalidMarker,
        markers.UndefinedComparison,
        markers.UndefinedEnvironmentName,
    ) as error:
        print(type(error).__name__, str(error).splitlines()[0])
for text in (
    'name',
    'name[a,b]>=1.0,<2;python_version<"3"',
    'name (==1.0)',
    'name @ https://example.org/x.whl ; extra == "a"',
    'name @ x',
    '-name',
    'name>=',
    'name[a',
    'name; x',
):
    try:
        one = requirements.Requirement(text)
        print(one, one.name, sorted(one.extras), one.specifier, one.url, one.marker)
    except requirements.InvalidRequirement as error:
        print(str(error).splitlines()[0])
print(utils.canonicalize_name('Some._Name'), utils.canonicalize_version('1.4.0.0.0'), utils.canonicalize_version('odd'))
for text in (
    'name-1.0-py3-none-any.whl',
    'name-1.0-1a-cp38-abi3-linux_x86_64.whl',
    'name.whl',
    'a b-1.0-py3-none-any.whl',
    'name-1.0.tar.gz',
    'name.tar.gz',
    'name-x.zip',
    'n-1-b-py3-none-any.whl',
):
    try:
        print(str(utils.parse_wheel_filename(text)[1]) if text.endswith('whl') else utils.parse_sdist_filename(text))
    except (version.InvalidVersion, utils.InvalidWheelFilename, utils.InvalidSdistFilename) as error:
        print(error)
print(
    sorted(map(str, tags.parse_tag('py2.py3-none-any'))),
    [str(one) for one in tags.cpython_tags((3, 8), ['abi3', 'cp38'], ['linux'])][:4],
    len(list(tags.compatible_tags((3, 3), 'cp33', ['any']))),
    [str(one) for one in tags.generic_tags('pp', ['x'], ['y'])],
    len(list(tags.mac_platforms((11, 0), 'arm64'))),
)
