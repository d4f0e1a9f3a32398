package dev.leadline.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Markdown page of this repository.
 *
 * @param name its path from the top of the checkout
 * @param text the page
 */
record Page(String name, String text) {

  private static final String FENCE = "```";

  /** The pages whose commands run and whose words count: README, docs, guide and changelog. */
  static List<Page> all() {
    List<Page> pages = new ArrayList<>();
    for (String directory : List.of("", "docs")) {
      try (Stream<Path> files = Files.list(Repository.ROOT.resolve(directory))) {
        files
            .filter(file -> file.toString().endsWith(".md"))
            .sorted()
            .forEach(file -> pages.add(of(Repository.ROOT.relativize(file).toString())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return pages;
  }

  static Page of(String name) {
    try {
      return new Page(name, Files.readString(Repository.ROOT.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> lines() {
    return text.lines().toList();
  }

  /** Its fenced blocks, in their order. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    List<String> open = null;
    String language = "";
    int number = 0;
    for (String line : lines()) {
      number++;
      if (!line.startsWith(FENCE)) {
        if (open != null) {
          open.add(line);
        }
      } else if (open == null) {
        open = new ArrayList<>();
        language = line.substring(FENCE.length());
      } else {
        blocks.add(new Block(language, number - open.size(), List.copyOf(open)));
        open = null;
      }
    }
    return blocks;
  }

  /** The blocks of commands for a shell. */
  List<Block> consoles() {
    return blocks().stream().filter(block -> block.language().equals("console")).toList();
  }

  /**
   * @param language what the fence says
   * @param line number of its first line
   */
  record Block(String language, int line, List<String> lines) {

    /** How a block begins whose commands no test runs; the reason follows. */
    private static final String NOT_TESTED = "# not tested: ";

    /** Why no test runs it; empty where one does. */
    Optional<String> notTested() {
      return lines.stream()
          .limit(1)
          .filter(line -> line.startsWith(NOT_TESTED))
          .map(line -> line.substring(NOT_TESTED.length()))
          .findFirst();
    }

    /** Its commands, each with the output that is shown below it. */
    List<Command> commands() {
      List<Command> commands = new ArrayList<>();
      for (String line : lines) {
        if (line.startsWith("$ ")) {
          commands.add(new Command(line.substring(2), new ArrayList<>()));
        } else if (!commands.isEmpty()) {
          commands.get(commands.size() - 1).output().add(line);
        }
      }
      return commands;
    }
  }

  /**
   * @param output the lines that it writes, stdout first; a line {@code ...} stands for any number
   *     of them
   */
  record Command(String text, List<String> output) {}
}
