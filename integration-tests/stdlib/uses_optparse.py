import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import getopt
import optparse

parser = optparse.OptionParser(usage="%prog [options]", prog="tool")
parser.add_option("-n", "--number", type="int", default=3, help="a number [%default]")
parser.add_option("-v", action="count", dest="verbose")
group = optparse.OptionGroup(parser, "More")
group.add_option("--name", metavar="NAME")
parser.add_option_group(group)
print(parser.parse_args(["-vv", "--number=5", "rest"]))
print(len(parser.format_help()) > 50, getopt.gnu_getopt(["-a", "x", "--long=1"], "a", ["long="]))
