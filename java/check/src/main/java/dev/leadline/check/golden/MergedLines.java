package dev.leadline.check.golden;

import dev.leadline.check.golden.Deltas.Delta;
import dev.leadline.check.golden.GoldenLines.VersionedLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes one list of the lines of several versions, in which each has its own in their order. */
final class MergedLines {

  private List<VersionedLine> merged = List.of();

  private MergedLines() {}

  /** The same result for the same lines, whatever was merged before. */
  static List<VersionedLine> of(SortedMap<MinorVersion, List<String>> lines) {
    Map<List<String>, SortedSet<MinorVersion>> equal = new LinkedHashMap<>();
    lines.forEach(
        (version, own) -> equal.computeIfAbsent(own, key -> new TreeSet<>()).add(version));
    MergedLines all = new MergedLines();
    equal.forEach((own, versions) -> all.add(own, versions));
    return gathered(all.merged);
  }

  private void add(List<String> lines, SortedSet<MinorVersion> versions) {
    List<VersionedLine> both = new ArrayList<>();
    List<String> texts = merged.stream().map(VersionedLine::text).toList();
    for (Delta delta : Deltas.of(texts, lines)) {
      for (VersionedLine line : merged.subList(delta.oldFrom(), delta.oldTo())) {
        both.add(delta.equal() ? with(line, versions) : line);
      }
      if (!delta.equal()) {
        for (String line : lines.subList(delta.newFrom(), delta.newTo())) {
          both.add(new VersionedLine(line, versions, 0));
        }
      }
    }
    merged = both;
  }

  private static VersionedLine with(VersionedLine line, SortedSet<MinorVersion> more) {
    SortedSet<MinorVersion> versions = new TreeSet<>(line.versions());
    versions.addAll(more);
    return new VersionedLine(line.text(), versions, 0);
  }

  /** Lines of the same versions stand together where nothing that any of them has is between. */
  private static List<VersionedLine> gathered(List<VersionedLine> lines) {
    List<List<VersionedLine>> blocks = new ArrayList<>();
    for (VersionedLine line : lines) {
      int block = blocks.size() - 1;
      while (block >= 0 && Collections.disjoint(versions(blocks.get(block)), line.versions())) {
        block--;
      }
      if (block >= 0 && versions(blocks.get(block)).equals(line.versions())) {
        blocks.get(block).add(line);
      } else {
        blocks.add(new ArrayList<>(List.of(line)));
      }
    }
    return blocks.stream().flatMap(List::stream).toList();
  }

  private static SortedSet<MinorVersion> versions(List<VersionedLine> block) {
    return block.get(0).versions();
  }
}
