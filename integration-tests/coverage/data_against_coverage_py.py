"""Compares `leadline trace -o .coverage` with `coverage run --branch`, by the reports that coverage.py makes of both.

usage: data_against_coverage_py.py --coverage DIR --packages DIR [--only GLOB] [-v] PYTHON...

Each of programs/ that finds its package in one of --packages (repeatable) runs twice on each PYTHON. --coverage is the
directory of a coverage.py 6.5 or 7 that PYTHON can import; how it measures is its own choice, or $COVERAGE_CORE's.
The data file is made of a stored trace, and so are `lcov` and `cobertura`.

These must be the same: `coverage report -m`, `json`, `xml` and `lcov`, which have the statements and branches of each file, those
that did not run, and the percentages; but for KNOWN. With coverage.py 7, Leadline's own `lcov` and `cobertura` must have the
lines and the branches of `coverage lcov`, by file. The status is 1 where something else differs.
"""
import json
import os
import re
import xml.etree.ElementTree

from against_coverage_py import LEADLINE, PROGRAMS, compare_all, package, run

# by coverage.py's version, file and branch: what coverage.py alone counts as executed
KNOWN = {
    # a lambda that raises: its tracers take an exception for the way to the end of the function
    ("6", "uses_attr.py", (27, -27)),
}


# all reports in one process: most of the time of each is its start
REPORTS = "import json, sys; from coverage.cmdline import main; sys.exit(max([main(one) for one in json.loads(sys.argv[1])]))"


class Reports:
    """What coverage.py says of a data file."""

    def __init__(self, comparison, name):
        self.files_of_kinds = {kind: os.path.join(comparison.directory, kind + "-of-" + name)
                               for kind in ("json", "xml", "lcov")}
        options = ["--rcfile=rc", "--data-file=" + name]
        commands = [[kind, "-q", "-o", target] + options for kind, target in self.files_of_kinds.items()]
        made = run([comparison.python, "-c", REPORTS, json.dumps(commands + [["report", "-m"] + options])],
                   comparison.directory, comparison.measuring)
        self.table = made.decode()

    def text(self, kind):
        with open(self.files_of_kinds[kind]) as stream:
            return stream.read()

    def files(self):
        """By path: what a file has, in numbers of lines and pairs of them."""
        files = {}
        for name, one in json.loads(self.text("json"))["files"].items():
            if one["summary"]["num_statements"]:
                files[name] = {key: value for key, value in one.items() if key.endswith(("_lines", "_branches"))}
        return files


class Comparison:
    def __init__(self, python, coverage, packages, program, directory):
        self.python = python
        self.program = program
        self.directory = directory
        self.packages = packages
        self.plain = dict(os.environ, PYTHONPATH=os.pathsep.join(packages), PYTHONHASHSEED="0",
                          PYTHONDONTWRITEBYTECODE="1")
        self.measuring = dict(self.plain, PYTHONPATH=os.pathsep.join([coverage] + packages))
        with open(os.path.join(directory, "rc"), "w") as stream:
            stream.write("[report]\nprecision = 2\nskip_empty = True\n[run]\nbranch = True\ninclude =\n")
            stream.writelines("    %s/*\n" % one for one in packages + [PROGRAMS])

    def measure(self):
        run([self.python, "-m", "coverage", "run", "--rcfile=rc", "--data-file=theirs", self.program], self.directory,
            self.measuring)
        theirs = Reports(self, "theirs")
        self.version = json.loads(theirs.text("json"))["meta"]["version"]
        roots = [word for one in self.packages + [PROGRAMS] for word in ("--root", one)]
        run([LEADLINE, "trace", "--quiet", "--python", self.python, "--module-level", "-o", "trace.ndjson.gz"] + roots
            + [self.program], self.directory, self.plain)
        for name in ("ours", "ours.info", "ours.cobertura.xml"):
            kind = ["--format", "coverage"] if name == "ours" else []
            run([LEADLINE, "report", "trace.ndjson.gz", "--quiet", "-o", name] + kind, self.directory, self.plain)
        return theirs, Reports(self, "ours")

    def differences(self):
        """How many files were compared, how many branches they have, and how they differ."""
        theirs, ours = self.measure()
        files, mine = theirs.files(), ours.files()
        found = []
        for path in sorted(set(files) | set(mine)):
            found += self.differing(path, files.get(path, {}), mine.get(path, {}))
        if not found and files == mine:
            for kind in ("xml", "lcov"):
                if without_times(theirs.text(kind)) != without_times(ours.text(kind)):
                    found.append("coverage %s differs" % kind)
            if theirs.table != ours.table:
                found.append("coverage report differs")
            if self.version.startswith("7."):
                found += self.own_differences(theirs.text("lcov"))
        branches = sum(len(one[key]) for one in files.values() for key in ("executed_branches", "missing_branches"))
        return len(files), branches, found

    def own_differences(self, text):
        """How Leadline's formats differ from a text of `coverage lcov`."""
        files = tracefile(text, self.directory)
        for name, others in [("lcov", tracefile(self.read("ours.info"), "/")),
                             ("cobertura", cobertura(os.path.join(self.directory, "ours.cobertura.xml")))]:
            for path in sorted(set(files) | {path for path in others if others[path][0]}):
                one, other = files.get(path), others.get(path)
                if one != other:
                    differ = sorted(set(one[0].items()) ^ set(other[0].items())) if one and other else ""
                    yield "%s: %s: lines %s, branches %s" % (path, name, differ, [side and side[1:] for side in (one, other)])

    def read(self, name):
        with open(os.path.join(self.directory, name)) as stream:
            return stream.read()

    def differing(self, path, theirs, ours):
        for key in sorted(set(theirs) | set(ours)):
            one, other = (items(side.get(key, ())) for side in (theirs, ours))
            differ = {item for item in one ^ other
                      if (self.version.split(".")[0], os.path.basename(path), item) not in KNOWN}
            if differ:
                yield "%s: %s: coverage.py %s, Leadline %s" % (path, key, sorted(differ & one), sorted(differ & other))


def tracefile(text, directory):
    """By path: whether each line ran, and the numbers of branches and of those that were taken."""
    files = {}
    for record in text.split("end_of_record\n")[:-1]:
        fields = [line.partition(":")[::2] for line in record.splitlines()]
        path = os.path.normpath(os.path.join(directory, dict(fields)["SF"]))
        lines = [value.split(",")[:2] for key, value in fields if key == "DA"]
        # not the BRDA themselves: coverage.py writes those to excluded lines, too, and does not count them
        files[path] = ({int(line): count != "0" for line, count in lines}, int(dict(fields).get("BRF", 0)),
                       int(dict(fields).get("BRH", 0)))
    return files


def cobertura(name):
    """The same of a file of Cobertura, whose file names are relative to its sources."""
    root = xml.etree.ElementTree.parse(name).getroot()
    sources = [one.text for one in root.iter("source")]
    files = {}
    for one in root.iter("class"):
        path = next(path for path in (os.path.join(source, one.get("filename")) for source in sources)
                    if os.path.exists(path))
        lines = {int(line.get("number")): line.get("hits") != "0" for line in one.iter("line")}
        taken = [re.search(r"\((\d+)/(\d+)\)", line.get("condition-coverage")).groups() for line in one.iter("line")
                 if line.get("branch") == "true"]
        files[path] = lines, sum(int(all_) for _, all_ in taken), sum(int(some) for some, _ in taken)
    return files


def items(found):
    """Lines and branches of a report, as what can be in a set."""
    return {tuple(one) if isinstance(one, list) else one for one in found}


def without_times(text):
    return re.sub(r'timestamp="\d+"', "", text)


if __name__ == "__main__":
    compare_all(__doc__.splitlines()[0], Comparison, "branches")
