package dev.leadline.check;

import dev.leadline.runs.RunRequest;

/** One of all the runs of a check: a planned one on one of its interpreters. */
record Step(RunInProgress run, int python, RunRequest request) {}
