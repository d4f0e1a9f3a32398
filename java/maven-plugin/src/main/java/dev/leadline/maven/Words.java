package dev.leadline.maven;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A command line of Leadline's, as it is put together. */
final class Words {

  private final List<String> words = new ArrayList<>();

  /** One that begins with the name of the command. */
  Words(String command) {
    words.add(command);
  }

  /** An option with its value; nothing where there is no value. */
  void option(String name, String value) {
    if (value != null) {
      words.add(name);
      words.add(value);
    }
  }

  /** An option as often as there are values. */
  void options(String name, Collection<String> values) {
    if (values != null) {
      values.forEach(value -> option(name, value));
    }
  }

  /** An option without a value, where it is wanted. */
  void flag(String name, boolean wanted) {
    if (wanted) {
      words.add(name);
    }
  }

  /** Further words; Maven gives null for one that is empty. */
  void add(Collection<String> more) {
    more.forEach(word -> words.add(word == null ? "" : word));
  }

  List<String> all() {
    return List.copyOf(words);
  }
}
