package dev.leadline.cli;

import dev.leadline.event.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which events are kept: the same options for a program that runs and for a stored trace. */
final class FilterOptions {

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
      description = "Keep at most N levels below the cutoff.")
  private Integer levels;

  @Option(
      names = "--scope",
      paramLabel = "user|all|LIST",
      converter = Converters.Scopes.class,
      description =
          "Whose code: user, stdlib, site, frozen, generated, or several with commas; all of"
              + " them. Default: user.")
  private List<Converters.Scopes.Chosen> scopes = new ArrayList<>();

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
  private List<Converters.Events.Chosen> events = new ArrayList<>();

  @Option(
      names = "--max-events",
      paramLabel = "N",
      converter = Converters.LongCount.class,
      description = "Stop after N events; a program runs on without being recorded.")
  private Long maxEvents;

  /** Refuses options that contradict each other. */
  void check() {
    if (moduleLevel && cutoff != null && cutoff.isPresent()) {
      throw new ParameterException(
          command.commandLine(),
          "--module-level goes with --cutoff auto; with a number, choose a smaller one");
    }
  }

  /** A choice that is as {@code base}, except where an option says otherwise. */
  Recording over(Recording base, Path directory) {
    Recording chosen =
        new Recording(
            cutoff == null ? base.cutoff() : cutoff,
            moduleLevel || (cutoff == null && base.moduleLevel()),
            levels == null ? base.levels() : OptionalInt.of(levels),
            scopes.isEmpty() ? base.scopes() : union(scopes, Converters.Scopes.Chosen::scopes),
            roots.isEmpty() ? base.roots() : absolute(directory),
            include.isEmpty() ? base.include() : include,
            exclude.isEmpty() ? base.exclude() : exclude,
            functions.isEmpty() ? base.functions() : functions,
            events.isEmpty() ? base.events() : union(events, Converters.Events.Chosen::kinds),
            maxEvents == null ? base.maxEvents() : OptionalLong.of(maxEvents));
    return chosen.withValues(base.values(), base.redact());
  }

  /** Refuses roots that are not there, for a program that is to run here. */
  void checkRoots(Path directory) {
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

  private static <C, E> Set<E> union(List<C> chosen, Function<C, Set<E>> values) {
    return chosen.stream().map(values).flatMap(Set::stream).collect(Collectors.toSet());
  }
}
