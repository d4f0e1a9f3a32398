package dev.leadline.check.golden;

import dev.leadline.interpreter.PythonVersion;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of CPython's releases, {@code 3.12}: within one, a program does the same. */
record MinorVersion(int major, int minor) implements Comparable<MinorVersion> {

  private static final Pattern TEXT = Pattern.compile("([1-9]\\d?)\\.(0|[1-9]\\d{0,2})");

  /** That of a release. */
  static MinorVersion of(PythonVersion version) {
    return new MinorVersion(version.major(), version.minor());
  }

  /** Reads {@code 3.12}; empty where the text is no such version. */
  static Optional<MinorVersion> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new MinorVersion(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public int compareTo(MinorVersion other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
