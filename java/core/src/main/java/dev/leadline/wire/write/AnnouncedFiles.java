package dev.leadline.wire.write;

import dev.leadline.event.Code;
import dev.leadline.event.Header;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files that the code objects of a trace are of, and the records about files that wait for
 * them: a narrower trace holds the source of what it shows alone.
 */
final class AnnouncedFiles {

  private final Map<Integer, Header> processes = new HashMap<>();
  private final Set<String> announced = new HashSet<>();
  private final Map<String, List<String>> waiting = new HashMap<>();

  void begin(int process, Header header) {
    processes.put(process, header);
  }

  void end(int process) {
    processes.remove(process);
  }

  /** The records that are to be written behind a code object. */
  List<String> announce(int process, Code code) {
    Header header = processes.get(process);
    if (header == null) {
      return List.of(); // nothing is said of files before there is a process
    }
    String file = header.absolute(code.file());
    announced.add(file);
    List<String> records = waiting.remove(file);
    return records == null ? List.of() : records;
  }

  /** The same record, if its file is that of a code object by now; otherwise it waits. */
  Optional<String> take(String file, String record) {
    if (announced.contains(file)) {
      return Optional.of(record);
    }
    waiting.computeIfAbsent(file, key -> new ArrayList<>()).add(record);
    return Optional.empty();
  }
}
