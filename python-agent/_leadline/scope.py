"""Whose code a code object is, by its file name: `user`, `stdlib`, `site`, ... (PROTOCOL.md)."""

import sys

from _leadline import system

USER, STDLIB, SITE, FROZEN = 'user', 'stdlib', 'site', 'frozen'
GENERATED, RUNNER, AGENT = 'generated', 'runner', 'agent'

_MOST_FILES = 10000  # that are remembered; generated code may have names without end
_PACKAGES = ('/site-packages/', '/dist-packages/')


def _stdlib_directories():
    """Where this interpreter's library is; `os` may not be loaded (`-S`), so ask its finder."""
    found = set()
    known = getattr(sys, '_stdlib_dir', None)  # 3.11+
    if known:
        found.add(known)
    for finder in sys.meta_path:
        spec = getattr(finder, 'find_spec', lambda *_: None)('types', None)
        if spec is not None and spec.has_location:
            found.add(spec.origin.rpartition(system.SEPARATOR)[0])
    return found


class Scopes:
    """Classifies file names.

    agent: directory of the agent. cwd: what relative file names are relative to. roots: absolute
    directories whose files are the user's. implied: they were not asked for by name, so one that
    lies inside a library is no root.
    """

    def __init__(self, agent, cwd, roots, implied):
        self._cwd = cwd
        self._agent = agent + '/'
        self._stdlib = [system.normal(path, cwd) + '/' for path in _stdlib_directories()]
        roots = [system.normal(root, cwd) for root in roots]
        if implied:
            roots = [root for root in roots if not self._library_prefix(root + '/')]
        self.roots = sorted(set(roots))
        self._runner_files, self._runner_roots = set(), []
        self._known = {}  # by file name; a file has many code objects

    def run_by(self, files, directories=()):
        """These are what loads the program, and not the user's, as far as no root says more.

        A directory of both is the program's; a file that is named here is not.
        """
        self._runner_files.update(system.normal(file, self._cwd) for file in files)
        self._runner_roots += [system.normal(path, self._cwd) for path in directories]
        self._known.clear()

    def of(self, file):
        whose = self._known.get(file)
        if whose is None:
            whose = self._of(file)
            if len(self._known) < _MOST_FILES:
                self._known[file] = whose
        return whose

    def _of(self, file):
        if file.startswith('<') and file.endswith('>'):
            return FROZEN if file.startswith('<frozen ') else GENERATED
        path = system.normal(file, self._cwd)
        if path.startswith(self._agent):
            return AGENT
        if path in self._runner_files:
            return RUNNER
        library = self._library_prefix(path)
        root, runner = self._longest(path, self.roots), self._longest(path, self._runner_roots)
        if max(root, runner) >= 0 and max(root, runner) + 1 > library:
            return USER if root >= runner else RUNNER
        if library and not any(part in path for part in _PACKAGES):
            return STDLIB
        return SITE

    def relative_names(self, file):
        """The file's paths relative to the working directory and each root, as far as it is under them.

        Up to 3.8 CPython calls a script as it was named; from 3.9 on its name is the whole path.
        """
        path = system.normal(file, self._cwd)
        here = system.normal(self._cwd, self._cwd)
        bases = [here] + [root for root in self.roots if root != here]
        return [path[len(base):].lstrip('/') for base in bases if self._under(path, base)]

    def _library_prefix(self, path):
        """Length of the longest library directory that the path is in, 0 if it is in none."""
        lengths = [len(prefix) for prefix in self._stdlib if path.startswith(prefix)]
        for part in _PACKAGES:
            at = path.rfind(part)
            if at >= 0:
                lengths.append(at + len(part))
        return max(lengths, default=0)

    def _longest(self, path, roots):
        """Length of the longest root that the path is under, -1 if it is under none."""
        return max((len(root) for root in roots if self._under(path, root)), default=-1)

    @staticmethod
    def _under(path, root):
        return path.startswith(root if root.endswith('/') else root + '/')
