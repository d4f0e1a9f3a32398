"""New interpreters: a script, a module, code, through a shell, with an environment of their own, by exec."""
# processes: start=1 spawn=6

import os
import subprocess
import sys


def work(n):  #: calls=6
    return n + 1  #: lines=6


def clean():  #: calls=5
    """What is ours must not be seen."""
    ours = [name for name in os.environ if name.startswith("LEADLINE_F")]
    ours += [entry for entry in sys.path if entry.endswith("follow")]
    ours += [name for name in sys.modules if "leadline" in name]
    assert ours == [], ours
    assert os.environ.get("PYTHONPATH") == sys.argv[2] if sys.argv[2:] else True


def main():  #: calls=1
    me = os.path.abspath(__file__)
    here = os.path.dirname(me)
    subprocess.check_call([sys.executable, me, "script"])
    subprocess.check_call([sys.executable, "-m", "interpreters", "module"], cwd=here)
    subprocess.check_call([sys.executable, "-c", "import interpreters; interpreters.work(3)"], cwd=here)
    subprocess.check_call('"%s" "%s" shell' % (sys.executable, me), shell=True)
    own = dict(os.environ, PYTHONPATH=here)
    subprocess.check_call([sys.executable, me, "environment", here], env=own)
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, me, "exec"])


if __name__ == "__main__":
    if len(sys.argv) > 1:
        clean()
        work(len(sys.argv))
        print(sys.argv[1])
    else:
        main()
