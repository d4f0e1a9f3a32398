import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import argparse

parser = argparse.ArgumentParser(prog="tool", description="A tool.")
parser.add_argument("--count", type=int, default=1, help="how many")
parser.add_argument("--flag", action="store_true")
commands = parser.add_subparsers(dest="command")
run = commands.add_parser("run", help="run it")
run.add_argument("files", nargs="*")
print(vars(parser.parse_args(["--count", "3", "run", "a", "b"])))
print(len(parser.format_help()) > 100)
try:
    parser.parse_args(["--count", "x"])
except SystemExit as end:
    print("exit", end.code)
