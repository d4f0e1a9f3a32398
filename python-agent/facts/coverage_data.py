"""Makes a data file of coverage.py, as its versions 5 to 7 read it, from the arcs that a trace has.

usage: python -I coverage_data.py INPUT OUTPUT

INPUT has JSON, one array a line, each about one file in one context:

    ["CPython 3.12.1", "/home/me/app.py", -1, 1, 1, 2, 2, -1]

The numbers are arcs, two and two: from a line to another. One that is negative stands for the start or the end of the code
whose first line it is. OUTPUT must not be there. A file whose name is no text in UTF-8 is left out, since the
database cannot hold it. The exit status is 3 where the interpreter has no sqlite3.
Runs on 3.6 and newer. The schema: https://coverage.readthedocs.io/en/latest/dbschema.html
"""
import json
import sys

NO_SQLITE = 3
TABLES = """
create table coverage_schema (version integer);
create table meta (key text, value text, unique (key));
create table file (id integer primary key, path text, unique (path));
create table context (id integer primary key, context text, unique (context));
create table line_bits (
    file_id integer, context_id integer, numbits blob,
    foreign key (file_id) references file (id), foreign key (context_id) references context (id),
    unique (file_id, context_id));
create table arc (
    file_id integer, context_id integer, fromno integer, tono integer,
    foreign key (file_id) references file (id), foreign key (context_id) references context (id),
    unique (file_id, context_id, fromno, tono));
create table tracer (file_id integer primary key, tracer text, foreign key (file_id) references file (id));
insert into coverage_schema values (7);
insert into meta values ('has_arcs', '1');
"""


def number(database, table, column, text):
    """The row of a text in a table of texts; a new one where there is none."""
    database.execute("insert or ignore into %s (%s) values (?)" % (table, column), (text,))
    return database.execute("select id from %s where %s = ?" % (table, column), (text,)).fetchone()[0]


def add(database, context, path, *numbers):
    """Adds the arcs of one file in one context."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return
    ids = number(database, "file", "path", path), number(database, "context", "context", context)
    arcs = zip(numbers[::2], numbers[1::2])
    database.executemany("insert or ignore into arc values (?, ?, ?, ?)", (ids + arc for arc in arcs))


def main(source, target):
    try:
        import sqlite3
    except ImportError:
        sys.exit(NO_SQLITE)
    # no reader sees it before it is whole: neither a journal nor a wait for the disk is needed
    database = sqlite3.connect(target, isolation_level=None)
    database.execute("pragma journal_mode=off")
    database.execute("pragma synchronous=off")
    database.executescript(TABLES)
    database.execute("begin")
    with open(source, encoding="utf-8") as lines:
        for line in lines:
            add(database, *json.loads(line))
    database.execute("commit")
    database.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
