package dev.leadline.cli.option;

import dev.leadline.event.EventKind;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which events are kept: the same options for a program that runs and for a stored trace. */
public final class FilterOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--cutoff",
      paramLabel = "auto|N",
      converter = Converters.Cutoff.class,
      description = {
        "Keep events deeper than this on their stack: auto is the measured depth of the program's"
            + " <module>, N counts frames from the stack's root."
      })
  private OptionalInt cutoff;

  @Option(
      names = "--module-level",
      description = "With cutoff auto, keep the program's <module> too.")
  private boolean moduleLevel;

  @Option(
      names = "--levels",
      paramLabel = "N",
      converter = Converters.Count.class,
      description =
          "Keep at most N levels past the cutoff; with cutoff auto, the program's own frames count alone.")
  private Integer levels;

  @Option(
      names = "--scope",
      paramLabel = "user|all|LIST",
      converter = Converters.Scopes.class,
      description =
          "Whose code: user, stdlib, site, frozen, generated, or several with commas; all of"
              + " them. Default: user.")
  private List<Converters.Chosen<Scope>> scopes = new ArrayList<>();

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description =
          "The user's code is under DIR (repeatable). Default: the program's directory; the"
              + " working directory for -m, -c and stdin.")
  private List<Path> roots = new ArrayList<>();

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      converter = Converters.CheckedGlob.class,
      description = "Only files or dotted modules that match (repeatable).")
  private List<String> include = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      converter = Converters.CheckedGlob.class,
      description = "No files or dotted modules that match (repeatable).")
  private List<String> exclude = new ArrayList<>();

  @Option(
      names = "--function",
      paramLabel = "GLOB",
      converter = Converters.CheckedGlob.class,
      description = "Only functions whose name or qualified name matches (repeatable).")
  private List<String> functions = new ArrayList<>();

  @Option(
      names = "--events",
      paramLabel = "LIST",
      converter = Converters.Events.class,
      description =
          "Kinds of event, with commas: call, line, return, exception, opcode. Default: the first"
              + " four.")
  private List<Converters.Chosen<EventKind>> events = new ArrayList<>();

  @Option(
      names = "--max-events",
      paramLabel = "N",
      converter = Converters.LongCount.class,
      description = "Stop after N events; a program runs on without being recorded.")
  private Long maxEvents;

  /** Refuses options that contradict each other. */
  public void check() {
    if (moduleLevel && cutoff != null && cutoff.isPresent()) {
      throw new ParameterException(
          command.commandLine(),
          "--module-level goes with --cutoff auto; with a number, choose a smaller one");
    }
  }

  /** A choice that is as {@code base}, except where an option says otherwise. */
  public Recording over(Recording base, Path directory) {
    Recording.Builder chosen = base.toBuilder();
    if (cutoff != null) {
      chosen.cutoff(cutoff).moduleLevel(false);
    }
    if (moduleLevel) {
      chosen.moduleLevel(true);
    }
    if (levels != null) {
      chosen.levels(OptionalInt.of(levels));
    }
    if (!scopes.isEmpty()) {
      chosen.scopes(Converters.Chosen.union(scopes));
    }
    if (!roots.isEmpty()) {
      chosen.roots(absolute(directory));
    }
    if (!include.isEmpty()) {
      chosen.include(include);
    }
    if (!exclude.isEmpty()) {
      chosen.exclude(exclude);
    }
    if (!functions.isEmpty()) {
      chosen.functions(functions);
    }
    if (!events.isEmpty()) {
      chosen.events(Converters.Chosen.union(events));
    }
    if (maxEvents != null) {
      chosen.maxEvents(OptionalLong.of(maxEvents));
    }
    return chosen.build();
  }

  /** Refuses roots that are not there, for a program that is to run here. */
  public void checkRoots(Path directory) {
    for (Path root : roots) {
      if (!Files.isDirectory(directory.resolve(root))) {
        throw new ParameterException(
            command.commandLine(), "--root: there is no directory " + directory.resolve(root));
      }
    }
  }

  private List<String> absolute(Path directory) {
    return roots.stream().map(root -> directory.resolve(root).normalize().toString()).toList();
  }
}
