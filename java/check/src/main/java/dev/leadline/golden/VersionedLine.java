package dev.leadline.golden;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A line of a golden trace, and the versions that have it.
 *
 * @param lineno line of the file, from 1; 0 where it is of none yet
 */
record VersionedLine(String text, SortedSet<MinorVersion> versions, int lineno) {

  VersionedLine {
    Objects.requireNonNull(text, "text");
    versions = Collections.unmodifiableSortedSet(new TreeSet<>(versions));
  }
}
