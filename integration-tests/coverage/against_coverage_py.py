"""Compares what `leadline check` says of coverage with coverage.py, statement by statement.

usage: against_coverage_py.py --coverage DIR --packages DIR [--only GLOB] [-v] PYTHON...

Each of programs/ that finds its package in one of --packages (repeatable) runs twice on each PYTHON: under
`coverage run`, and as a run of a check file that asks for the coverage of all files and of each. --coverage is the
directory of a coverage.py 7 that PYTHON can import; how it measures is its own choice, or $COVERAGE_CORE's. Of each
file of which coverage.py has statements, these must be the same: the statements, those that did not run, and the
percentage with two decimals; and the total. The status is 1 where one differs.
"""
import argparse
import fnmatch
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAMS = os.path.join(HERE, "programs")
ROOT = os.path.dirname(os.path.dirname(HERE))
LEADLINE = os.environ.get("LEADLINE", os.path.join(ROOT, "leadline"))
STATEMENTS = os.path.join(ROOT, "python-agent", "facts", "executable_lines.py")
FIGURES = re.compile(r"([\d.]+)%: (\d+) of (\d+) statements? ran")
# a percentage that no file reaches without being whole, with the decimals that are compared
ASKED = "99.99"


class Failed(Exception):
    """One of the runs did not do what it is there for."""


def run(command, directory, env, stdin=None, accepted=(0,)):
    done = subprocess.run(command, cwd=directory, env=env, input=stdin, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)
    if done.returncode not in accepted:
        said = done.stderr.decode(errors="replace")[-2000:]
        raise Failed("%s: status %d\n%s" % (" ".join(command[:4]), done.returncode, said))
    return done.stdout


class Measured:
    """A file, or all of them, as one of the two sees it."""

    def __init__(self, percent, statements, missing):
        self.percent = percent
        self.statements = statements
        self.missing = missing

    def differences(self, other):
        for name in ("percent", "statements", "missing"):
            mine, yours = getattr(self, name), getattr(other, name)
            if mine == yours:
                continue
            if isinstance(mine, set):
                mine, yours = sorted(mine - yours), sorted(yours - mine)
            yield "%s: coverage.py %s, Leadline %s" % (name, mine, yours)


class Comparison:
    def __init__(self, python, coverage, packages, program, directory):
        self.python = python
        self.program = program
        self.directory = directory
        self.packages = packages
        self.path = os.pathsep.join(packages)
        self.measuring = self.env(coverage)

    def env(self, *more):
        return dict(os.environ, PYTHONPATH=os.pathsep.join(more + (self.path,)), PYTHONHASHSEED="0",
                    PYTHONDONTWRITEBYTECODE="1")

    def by_coverage(self):
        """By file, and with None for all."""
        with open(os.path.join(self.directory, "rc"), "w") as stream:
            stream.write("[report]\nprecision = 2\n")
        words = [self.python, "-m", "coverage"]
        include = ",".join(os.path.join(one, "*") for one in self.packages + [PROGRAMS])
        run(words + ["run", "--rcfile=rc", "--include=" + include, self.program], self.directory, self.measuring)
        run(words + ["json", "--rcfile=rc", "-q", "-o", "theirs.json"], self.directory, self.measuring)
        with open(os.path.join(self.directory, "theirs.json")) as stream:
            report = json.load(stream)
        files = {}
        for name, one in report["files"].items():
            missing = set(one["missing_lines"])
            if missing or one["executed_lines"]:
                path = os.path.normpath(os.path.join(self.directory, name))
                statements = missing | set(one["executed_lines"])
                files[path] = Measured(one["summary"]["percent_covered_display"], statements, missing)
        return files, report["totals"]["percent_covered_display"]

    def by_leadline(self, paths):
        statements = self.statements(paths)
        expected = {"overall": ASKED + "%", "files": {path: ASKED + "%" for path in paths}}
        one = {"program": self.program, "python": self.python, "root": self.packages + [PROGRAMS],
               "env": {"PYTHONPATH": self.path, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"},
               "expect": {"exit": 0, "coverage": expected}}
        with open(os.path.join(self.directory, "check.json"), "w") as stream:
            json.dump({"runs": [one]}, stream)
        run([LEADLINE, "check", "check.json", "--format", "json", "-o", "ours.json"], self.directory, dict(os.environ),
            accepted=(0, 1))
        with open(os.path.join(self.directory, "ours.json")) as stream:
            cases = {case["title"]: case for case in json.load(stream)["suites"][0]["cases"]}
        if cases["exit: 0"]["verdict"] != "holds":
            raise Failed("under Leadline: " + cases["exit: 0"]["message"])
        files = {path: measured(cases["coverage: %s %s%%" % (path, ASKED)], statements[path]) for path in paths}
        return files, figures(cases["coverage: %s%%" % ASKED]).group(1)

    def statements(self, paths):
        names = "".join(path + "\n" for path in paths).encode()
        answers = run([self.python, "-I", STATEMENTS], self.directory, None, names).decode().splitlines()
        return {path: [int(word.split("-")[0]) for word in answer.split()[1:]] for path, answer in zip(paths, answers)}

    def differences(self):
        """How many files were compared, and how they differ."""
        theirs, their_total = self.by_coverage()
        ours, our_total = self.by_leadline(sorted(theirs))
        found = ["%s: %s" % (path, one) for path in sorted(theirs) for one in theirs[path].differences(ours[path])]
        if their_total != our_total:
            found.append("total: coverage.py %s, Leadline %s" % (their_total, our_total))
        return len(theirs), sum(len(one.statements) for one in theirs.values()), found


def figures(case):
    found = FIGURES.search(case["message"])
    if not found:
        raise Failed("%s: %s" % (case["title"], case["message"]))
    return found


def measured(case, statements):
    """What a case says of a file of these statements; a range of lines has all of them between its ends."""
    percent, ran, count = figures(case).groups()
    missing = set()
    for line in case["detail"]:
        for one in line.rpartition("not run: ")[2].split(", "):
            first, _, last = one.partition("-")
            missing.update(line for line in statements if int(first) <= line <= int(last or first))
    if int(count) != len(statements) or int(ran) != len(statements) - len(missing):
        raise Failed("%s: %s, but %d of %d missing" % (case["title"], case["message"], len(missing), len(statements)))
    return Measured(percent, set(statements), missing)


def package(program):
    return os.path.basename(program)[len("uses_"):-len(".py")]


def is_there(name, packages):
    return any(os.path.exists(os.path.join(one, name + end)) for one in packages for end in ("", ".py"))


def add_options(parser):
    parser.add_argument("--coverage", required=True, type=os.path.abspath)
    parser.add_argument("--packages", required=True, action="append", type=os.path.abspath)
    parser.add_argument("--only", default="*", help="packages of this name")
    parser.add_argument("-v", action="store_true", help="a line for each program")
    parser.add_argument("python", nargs="+")


def chosen_programs(options):
    """The programs whose packages are there."""
    programs = [os.path.join(PROGRAMS, name) for name in sorted(os.listdir(PROGRAMS)) if name.startswith("uses_")]
    return [one for one in programs
            if fnmatch.fnmatch(package(one), options.only) and is_there(package(one), options.packages)]


def compare_all(description, comparison, counted):
    """Compares each program on each interpreter, and prints what differs.

    comparison: a class as Comparison; its differences() are how many files there are, how many of what is `counted`, and
    what differs.
    """
    parser = argparse.ArgumentParser(description=description)
    add_options(parser)
    options = parser.parse_args()
    programs = chosen_programs(options)
    worst = 0 if programs else 2
    for python in options.python:
        files = total = 0
        for program in programs:
            with tempfile.TemporaryDirectory() as directory:
                try:
                    compared = comparison(python, options.coverage, options.packages, program, directory)
                    count, of_all, found = compared.differences()
                except Failed as failed:
                    count, of_all, found = 0, 0, [str(failed)]
            files += count
            total += of_all
            if options.v:
                print("%s  %s: %d files, %d %s" % (python, package(program), count, of_all, counted), flush=True)
            for one in found:
                worst = 1
                print("%s  %s: %s" % (python, package(program), one), flush=True)
        print("%s: %d programs, %d files, %d %s" % (python, len(programs), files, total, counted), flush=True)
    sys.exit(worst)


if __name__ == "__main__":
    compare_all(__doc__.splitlines()[0], Comparison, "statements")
