package dev.leadline.execution;

import java.util.Objects;

/**
 * What makes two functions of two executions the same one. The line where it is defined is no part
 * of it: functions move when a file is edited.
 *
 * @param file file as it is called on every interpreter and every machine: relative to the
 *     program's roots, {@code {stdlib}/asyncio/events} for the library, a normalised path otherwise
 * @param qualname {@code co_qualname}
 */
public record FunctionKey(String file, String qualname) {

  public FunctionKey {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(qualname, "qualname");
  }

  // By hand: what Java makes for a record when it is first asked takes longer than a small trace.

  @Override
  public boolean equals(Object other) {
    return other instanceof FunctionKey that
        && file.equals(that.file)
        && qualname.equals(that.qualname);
  }

  @Override
  public int hashCode() {
    return 31 * file.hashCode() + qualname.hashCode();
  }
}
