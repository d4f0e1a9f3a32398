package dev.leadline.launch;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A small shell beside this JVM. It sends the signals that Java cannot send, and when the JVM is
 * killed, which it learns from the end of its stdin, it ends the programs that still run and
 * removes the directories. It holds none of our streams, and ends when we do. Where there is no
 * shell, nobody does these things.
 *
 * <p>One for all runs: it costs a process, and a shell that is there already can send a signal also
 * when no process can be started any more.
 */
final class Keeper {

  /**
   * Reads one order a line. {@code children} lists of Linux find the whole tree; elsewhere it is
   * the program alone. TERM and a second later KILL.
   */
  private static final String SCRIPT =
      """
      trap '' HUP INT QUIT TERM
      programs=' '
      while IFS= read -r order; do
        rest=${order#* }
        case $order in
          'signal '*) kill $rest ;;
          'begin '*) programs="$programs$rest " ;;
          'end '*) programs="${programs%% $rest *} ${programs#* $rest }" ;;
          'keep '*) set -- "$@" "$rest" ;;
        esac
      done
      tree() {
        echo "$1"
        for list in /proc/"$1"/task/*/children; do
          kids=
          read -r kids <"$list"
          for kid in $kids; do tree "$kid"; done
        done
      }
      trees() {
        for root in "$@"; do tree "$root"; done
      }
      left=$(trees $programs)
      if [ -n "$left" ]; then
        kill -TERM $left
        sleep 1
        kill -KILL $left $(trees $left)
      fi
      for directory in "$@"; do
        if [ -e "$directory" ]; then rm -rf "$directory"; fi
      done
      """;

  private static Optional<Keeper> ofThisJvm = Optional.empty();

  private final OutputStream orders;
  private final Set<String> kept = new HashSet<>();
  private boolean listens = true;

  private Keeper(OutputStream orders) {
    this.orders = orders;
  }

  /** That of this JVM, started when it is first asked for. */
  static synchronized Keeper get() {
    Keeper keeper = ofThisJvm.orElseGet(Keeper::start);
    ofThisJvm = Optional.of(keeper);
    return keeper;
  }

  private static Keeper start() {
    if (File.separatorChar == '/') {
      try {
        Process shell =
            new ProcessBuilder(List.of("sh", "-c", SCRIPT, "leadline-keeper"))
                .directory(new File("/"))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        return new Keeper(shell.getOutputStream());
      } catch (IOException e) {
        // no shell in a very small container
        return absent();
      }
    }
    return absent();
  }

  private static Keeper absent() {
    Keeper keeper = new Keeper(OutputStream.nullOutputStream());
    keeper.listens = false;
    return keeper;
  }

  /** The directory goes when this JVM is killed. */
  synchronized void keep(Path directory) {
    String path = directory.toAbsolutePath().toString();
    if (path.indexOf('\n') < 0 && kept.add(path)) {
      order("keep " + path);
    }
  }

  /** This program ends when this JVM is killed. */
  void begin(long program) {
    order("begin " + program);
  }

  /** This program is gone by itself; its number may be another process's soon. */
  void end(long program) {
    order("end " + program);
  }

  /**
   * Sends a signal, by name or number, and says whether there was somebody to send it.
   *
   * @param processes process ids; one that is gone is no fault
   */
  boolean signal(String signal, Collection<Long> processes) {
    return processes.isEmpty()
        || order(
            "signal -"
                + signal
                + processes.stream().map(id -> " " + id).collect(Collectors.joining()));
  }

  private synchronized boolean order(String line) {
    if (listens) {
      try {
        orders.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        orders.flush();
      } catch (IOException e) {
        listens = false; // somebody ended the shell
      }
    }
    return listens;
  }
}
