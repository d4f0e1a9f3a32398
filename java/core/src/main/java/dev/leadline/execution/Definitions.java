package dev.leadline.execution;

import dev.leadline.event.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The functions of an execution by number, with what was counted for each. */
final class Definitions {

  /** Code objects beyond these are looked up by what they are. */
  private static final int REMEMBERED = 50_000;

  private final Map<Code, Integer> byCode = new IdentityHashMap<>();
  private final Map<Definition, Integer> numbers = new HashMap<>();
  private final List<Definition> definitions = new ArrayList<>();
  private long[] hashes = new long[16];
  private long[] calls = new long[16];
  private long[] ownNs = new long[16];

  int number(Code code, CanonicalFiles files) {
    Integer known = byCode.get(code);
    if (known == null) {
      FunctionKey key = new FunctionKey(files.of(code), HelperFrames.without(code.qualname()));
      known =
          number(
              new Definition(
                  key,
                  code.file(),
                  code.function(),
                  code.firstlineno(),
                  code.module(),
                  code.scope(),
                  code.base()));
      if (byCode.size() == REMEMBERED) {
        byCode.clear();
      }
      byCode.put(code, known);
    }
    return known;
  }

  Definition get(int number) {
    return definitions.get(number);
  }

  /** Hash of its key. */
  long hash(int number) {
    return hashes[number];
  }

  void called(int number) {
    calls[number]++;
  }

  void elapsed(int number, long ns) {
    ownNs[number] += ns;
  }

  List<FunctionTime> times() {
    List<FunctionTime> times = new ArrayList<>();
    for (int i = 0; i < definitions.size(); i++) {
      times.add(new FunctionTime(definitions.get(i), calls[i], ownNs[i]));
    }
    return times;
  }

  private int number(Definition definition) {
    Integer known = numbers.get(definition);
    if (known != null) {
      return known;
    }
    int number = definitions.size();
    if (number == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * number);
      calls = Arrays.copyOf(calls, 2 * number);
      ownNs = Arrays.copyOf(ownNs, 2 * number);
    }
    definitions.add(definition);
    numbers.put(definition, number);
    hashes[number] = Hash.of(definition.key());
    return number;
  }
}
