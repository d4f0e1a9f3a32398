package dev.leadline.cli;

import dev.leadline.compare.RawComparer;

/** Two naked lists of events. title: what they are called together. */
record RawPair(String title, RawComparer comparer) {}
