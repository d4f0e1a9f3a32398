#!/usr/bin/env python3
"""The share of its time that a traced program waits for Leadline to read its events.

Each millisecond, Linux says in which system call the traced process is: a `write` in which it is found waits, since the
pipe is full. Printed per interpreter and workload: the samples, and the share of them that waited.
"""
import argparse
import os
import subprocess
import tempfile
import time

from measuring import LAUNCHER
from programs import WORKLOADS

SCALES = {'lines.py': 1000, 'calls.py': 1500, 'deep.py': 500000}
WRITE = '64' if os.uname().machine == 'aarch64' else '1'


def children(process):
    """The processes that a process has started and that are there."""
    with open('/proc/%d/task/%d/children' % (process, process)) as file:
        own = [int(word) for word in file.read().split()]
    for thread in os.listdir('/proc/%d/task' % process):
        with open('/proc/%d/task/%s/children' % (process, thread)) as file:
            own += [int(word) for word in file.read().split()]
    return own


def traced(leadline):
    """The interpreter under Leadline, or None before it is there: the child that has the agent's script."""
    for child in children(leadline):
        with open('/proc/%d/cmdline' % child, 'rb') as file:
            if b'leadline_agent.py' in file.read():
                return child
    return None


def call_of(process):
    """The number of the system call that a process waits in; 'running' where it runs or may run."""
    with open('/proc/%d/syscall' % process) as file:
        return file.read().split()[0]


def sample(python, program, scale):
    """How often the traced process was looked at, and how often it waited in a write."""
    with tempfile.TemporaryDirectory() as directory:
        run = subprocess.Popen(
            [LAUNCHER, 'trace', '--quiet', '--python', python, '-o', os.path.join(directory, 'trace.ndjson'),
             os.path.join(WORKLOADS, program), str(scale)])
        process, samples, waited = None, 0, 0
        while run.poll() is None:
            time.sleep(0.001)
            try:
                if process is None:
                    process = traced(run.pid)
                    continue
                call = call_of(process)
            except (OSError, IndexError):
                continue  # it has just begun or ended
            samples += 1
            waited += call == WRITE
    return samples, waited


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('python', nargs='+')
    parser.add_argument('--scale', type=float, default=1)
    options = parser.parse_args()
    for python in options.python:
        for program, scale in SCALES.items():
            samples, waited = sample(python, program, max(1, int(scale * options.scale)))
            print('%-30s %-9s %5d samples, %5.1f %% waiting' % (
                python[-30:], program, samples, 100 * waited / max(1, samples)))


if __name__ == '__main__':
    main()
