import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import configparser
import io

parser = configparser.ConfigParser()
parser.read_string("[base]\nroot = /srv\n[site]\npath = ${base:root}/www\nport: 80\n# comment\n")
print(parser["site"].getint("port"), parser.sections(), parser.get("base", "root"))
out = io.StringIO()
parser["site"]["debug"] = "yes"
parser.write(out)
print(parser.getboolean("site", "debug"), len(out.getvalue()))
try:
    parser.get("site", "missing")
except configparser.NoOptionError as error:
    print(error)
