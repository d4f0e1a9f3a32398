package dev.leadline.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts by number, each once. Beyond a bound, new ones are all the same last one. */
final class SharedTexts {

  private static final int MOST = 50_000;

  private final String other;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  SharedTexts(String other) {
    this.other = other;
  }

  int number(String text) {
    Integer known = numbers.get(text);
    if (known == null) {
      known = texts.size() < MOST ? add(text) : last();
    }
    return known;
  }

  String text(int number) {
    return texts.get(number);
  }

  private int last() {
    Integer last = numbers.get(other);
    return last == null ? add(other) : last;
  }

  private int add(String text) {
    texts.add(text);
    numbers.put(text, texts.size() - 1);
    return texts.size() - 1;
  }
}
