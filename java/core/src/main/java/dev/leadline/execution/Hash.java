package dev.leadline.execution;

import dev.leadline.execution.Definition.FunctionKey;

/** Hashes of 64 bits that are the same in every execution, whoever computes them. */
final class Hash {

  private static final long STEP = 0x9E3779B97F4A7C15L;

  private Hash() {}

  /** The hash of a sequence that goes on with this value. */
  static long then(long hash, long value) {
    long mixed = (Long.rotateLeft(hash, 23) ^ value) * STEP;
    mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
    return mixed ^ (mixed >>> 29);
  }

  static long of(String text) {
    long hash = STEP;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return then(hash, text.length());
  }

  static long of(FunctionKey key) {
    return then(of(key.file()), of(key.qualname()));
  }
}
