import os
import signal
import sys

import by_name

awaited = signal.SIGINT, signal.SIGTERM
signal.pthread_sigmask(signal.SIG_BLOCK, awaited)
by_name.load(sys.argv[1])()
os.kill(os.getppid(), getattr(signal, sys.argv[2]))
signal.sigwait(awaited)
