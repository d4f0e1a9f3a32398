package dev.leadline.causes;

import dev.leadline.causes.KnownCause.Evidence;
import dev.leadline.compare.Cause;
import dev.leadline.compare.CauseFinder;
import dev.leadline.compare.CauseFinder.PlainCauses;
import dev.leadline.compare.CauseFinder.Sides;
import dev.leadline.compare.Difference;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.execution.Activation;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.source.SourceAccess;
import java.io.Closeable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds causes in the catalogue. What it does not explain is the program's doing where calls,
 * exceptions, ends or statements that ran differ, and unexplained otherwise. Two traces of the same
 * release differ by the program alone.
 */
public final class KnownCauses implements CauseFinder, Closeable {

  private static final List<KnownCause> ENTRIES =
      List.of(
          new ExceptionCauses.RenamedExceptions(),
          new EndOfIteration(),
          new ClosedGenerator(),
          new FrameCauses.FoldedFrames(),
          new FrameCauses.LibraryLayers(),
          new CallCauses.AnnotationCalls(),
          new CallCauses.CallsOfInterpreter(),
          new CallCauses.Imports(),
          new CallCauses.WaitedFor(),
          new StartedProcesses(),
          new CallCauses.KeysFirst(),
          new ExceptionCauses.NewExceptions());

  private final CauseFinder plain = new PlainCauses();
  private final FactsSource sources;
  private final SourceVersions versions;

  /** A finder for stored traces, which looks into the program's source as far as this has it. */
  public KnownCauses(FactsSource sources) {
    this(sources, SourceAccess.STORED);
  }

  /**
   * A finder that looks into the program's source as far as this has it.
   *
   * @param access what the traces are trusted to name as their source
   */
  public KnownCauses(FactsSource sources, SourceAccess access) {
    this.sources = Objects.requireNonNull(sources, "sources");
    this.versions = new SourceVersions(access);
  }

  /**
   * A finder for runs on these interpreters, of which there is one at least. It asks the newest
   * about the program's source: its parser knows the most of where things stand.
   */
  public static KnownCauses asking(Collection<Interpreter> interpreters) {
    Interpreter newest =
        interpreters.stream().max(Comparator.comparing(Interpreter::version)).orElseThrow();
    return new KnownCauses(new ScriptFacts(newest, SourceAccess.RUN), SourceAccess.RUN);
  }

  /** Ends the interpreter that was asked. */
  @Override
  public void close() {
    sources.close();
  }

  @Override
  public Cause causeOf(Difference difference, Sides sides) {
    Optional<Cause> twoSources = versions.explain(difference, sides);
    if (twoSources.isPresent()) {
      return twoSources.get();
    }
    Optional<Releases> releases = Releases.of(sides);
    if (releases.isEmpty()) {
      return plain.causeOf(difference, sides);
    }
    if (releases.get().same()) {
      return PlainCauses.PROGRAM;
    }
    Evidence evidence = new Evidence(difference, releases.get(), facts(difference, sides));
    return difference.kind() == DifferenceKind.LINES
        ? LineJudge.judge(evidence)
        : ENTRIES.stream()
            .map(entry -> entry.explain(evidence))
            .flatMap(Optional::stream)
            .findFirst()
            .orElseGet(() -> plain.causeOf(difference, sides));
  }

  /** Of the file with the lines in question: the caller's where one side alone called. */
  private Optional<SourceFacts> facts(Difference difference, Sides sides) {
    boolean left = difference.left().isPresent();
    Optional<Activation> caller = left ? difference.leftCaller() : difference.rightCaller();
    Activation own = difference.either().activation();
    Activation looked = difference.kind().isCall() ? caller.orElse(own) : own;
    return sources.of(left ? sides.left() : sides.right(), looked.definition().file());
  }
}
