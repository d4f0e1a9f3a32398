package dev.leadline.interpreter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Finds the interpreters of a machine, each real file once, and asks each what it is. */
public final class InterpreterFinder {

  private final Surroundings surroundings;
  private final InterpreterProbe probe;
  private final List<InterpreterSources.Source> sources;
  private List<FoundInterpreter> found = List.of();

  /** A finder over all known places. */
  public InterpreterFinder(Surroundings surroundings, InterpreterProbe probe) {
    this(surroundings, probe, InterpreterSources.ALL);
  }

  InterpreterFinder(
      Surroundings surroundings, InterpreterProbe probe, List<InterpreterSources.Source> sources) {
    this.surroundings = surroundings;
    this.probe = probe;
    this.sources = List.copyOf(sources);
  }

  /**
   * All that is found, in the order of the places; refused ones too. They are looked for once,
   * since several versions may be named.
   */
  public synchronized List<FoundInterpreter> find() {
    if (found.isEmpty()) {
      found = search();
    }
    return found;
  }

  private List<FoundInterpreter> search() {
    List<Candidate> candidates = candidates();
    if (candidates.isEmpty()) {
      return List.of();
    }
    int parallel = Math.min(candidates.size(), Runtime.getRuntime().availableProcessors());
    ExecutorService pool = Executors.newFixedThreadPool(parallel);
    try {
      List<Future<FoundInterpreter>> asked = new ArrayList<>();
      for (Candidate candidate : candidates) {
        asked.add(pool.submit(() -> ask(candidate)));
      }
      return answers(asked);
    } finally {
      pool.shutdownNow();
    }
  }

  private FoundInterpreter ask(Candidate candidate) {
    return new FoundInterpreter(candidate.source(), probe.probe(candidate.executable()));
  }

  private static List<FoundInterpreter> answers(List<Future<FoundInterpreter>> asked) {
    List<FoundInterpreter> answers = new ArrayList<>();
    try {
      for (Future<FoundInterpreter> future : asked) {
        answers.add(future.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a probe failed without an answer", e.getCause());
    }
    return answers;
  }

  private List<Candidate> candidates() {
    Map<Path, Candidate> byRealFile = new LinkedHashMap<>();
    for (InterpreterSources.Source source : sources) {
      for (Path executable : source.candidates().apply(surroundings)) {
        byRealFile.putIfAbsent(realFile(executable), new Candidate(source.name(), executable));
      }
    }
    return List.copyOf(byRealFile.values());
  }

  private static Path realFile(Path executable) {
    try {
      return executable.toRealPath();
    } catch (IOException e) {
      // a dangling link: it stands for itself, and the probe will say what is wrong with it
      return executable.toAbsolutePath();
    }
  }

  private record Candidate(String source, Path executable) {}

  /**
   * One executable that was found, and what it turned out to be.
   *
   * @param source the place where it was found: {@code PATH}, {@code pyenv}, ...
   * @param probed what it is
   */
  public record FoundInterpreter(String source, Probed probed) {

    public FoundInterpreter {
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(probed, "probed");
    }
  }
}
