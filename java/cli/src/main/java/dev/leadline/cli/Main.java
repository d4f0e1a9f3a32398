package dev.leadline.cli;

import dev.leadline.checkfile.CheckFile;
import dev.leadline.launch.Launcher;
import dev.leadline.launch.StopSignals;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/** The entry of the command line. */
public final class Main {

  private static final int HELP_WIDTH = 100;

  /** Those that run programs which a file tells. */
  private static final String CHECK = "check";

  /** The names of the commands, in the order of the help. */
  private static final List<String> COMMANDS =
      List.of(
          "trace", "report", "depths", "compare", "diff", CHECK, "merge", "pythons", "completion");

  /** Those that take a program with its arguments. */
  private static final Set<String> RUNNING = Set.of("trace", "depths", "compare");

  /**
   * picocli would load these and prepare their parsers for each command: a tenth of our start. No
   * option is of such a type, but for durations, which have a converter of their own.
   */
  private static final String UNUSED_TYPES = "java\\.(sql|time)\\..*";

  private Main() {}

  /** Runs one command and ends the JVM with its status. */
  public static void main(String[] args) {
    StopSignals.keepIgnored();
    OrderlyEnd end = new OrderlyEnd();
    if (!end.isPossible()) {
      return;
    }
    System.setProperty("picocli.converters.excludes", UNUSED_TYPES);
    Streams streams = Streams.ofThisProcess();
    Exhaustion exhaustion = new Exhaustion(streams.err());
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, fault) -> {
          exhaustion.complain(fault);
          end.commandIsDone();
          System.exit(ExitStatus.FAILED.number());
        });
    prepare(args);
    Complaints complaints = new Complaints(new Voice(streams.err()), end::wasAsked);
    int status = run(RawArguments.restore(args), streams, complaints);
    end.commandIsDone();
    System.exit(status);
  }

  /** Begins with what the command will need, while the command line is read. */
  private static void prepare(String[] args) {
    boolean checks = args.length > 0 && args[0].equals(CHECK);
    if (checks) {
      Path file = CheckCommand.likelyFile(List.of(args).subList(1, args.length));
      inBackground(() -> CheckFile.readAhead(file.toAbsolutePath()));
    }
    if (checks || args.length > 1 && RUNNING.contains(args[0])) {
      inBackground(() -> Launcher.prepare()); // by reference, its class would have to be made first
    }
  }

  private static void inBackground(Runnable preparing) {
    Thread thread = new Thread(preparing, "leadline-prepare");
    thread.setDaemon(true);
    thread.start();
  }

  /** Runs one command on these streams and gives its exit status. */
  static int run(String[] args, Streams streams) {
    return run(args, streams, new Complaints(new Voice(streams.err()), () -> false));
  }

  /** Runs one command, where what goes wrong is told to {@code complaints}. */
  static int run(String[] args, Streams streams, Complaints complaints) {
    Exhaustion exhaustion = new Exhaustion(streams.err());
    StringWriter help = new StringWriter();
    try {
      int status = commands(args, help, streams, complaints).execute(args);
      if (help.getBuffer().length() > 0) {
        // PrintWriter, which picocli asks for, hides that it could not write
        WrittenOutput.to(Optional.empty(), streams, out -> out.write(help.toString()));
      }
      return status;
    } catch (IOException e) {
      complaints.made(e);
      return ExitStatus.FAILED.number();
    } catch (Error e) {
      // picocli passes these on: uncaught they would end the JVM with 1, which means "differs"
      complaints.made(exhaustion, e);
      return ExitStatus.FAILED.number();
    }
  }

  /**
   * The commands that this command line needs: picocli reads the annotations of each by reflection,
   * which would be half of our start if it were done for all.
   */
  private static List<String> needed(String[] args) {
    boolean one = args.length > 0 && COMMANDS.contains(args[0]) && !args[0].equals("completion");
    return one ? List.of(args[0]) : COMMANDS;
  }

  /** One of them; a table of their constructors would be linked whole at each start. */
  private static Object command(String name, Streams streams) {
    return switch (name) {
      case "trace" -> new TraceCommand(streams);
      case "report" -> new ReportCommand(streams);
      case "depths" -> new DepthsCommand(streams);
      case "compare" -> new CompareCommand(streams);
      case "diff" -> new DiffCommand(streams);
      case CHECK -> CheckCommand.spec(streams);
      case "merge" -> MergeCommand.spec(streams);
      case "pythons" -> new PythonsCommand(streams);
      case "completion" -> new CompletionCommand(streams);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static CommandLine commands(
      String[] args, StringWriter help, Streams streams, Complaints complaints) {
    CommandLine leadline = new CommandLine(LeadlineCommand.spec());
    needed(args).forEach(name -> leadline.addSubcommand(name, command(name, streams)));
    leadline.getSubcommands().values().forEach(Main::describe);
    describe(leadline);
    // everything behind the program is the program's, also what looks like an option of ours
    leadline.getSubcommands().values().stream()
        .filter(command -> RUNNING.contains(command.getCommandName()))
        .forEach(command -> command.setStopAtPositional(true));
    return leadline
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(HELP_WIDTH)
        .setOut(new PrintWriter(help))
        .setErr(
            new PrintWriter(new OutputStreamWriter(streams.err(), StandardCharsets.UTF_8), true))
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(streams)))
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints);
  }

  private static void describe(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(help("Show this help message and exit.", "-h", "--help").usageHelp(true).build())
        .addOption(
            help("Print version information and exit.", "-V", "--version")
                .versionHelp(true)
                .build())
        .versionProvider(new Version())
        .usageMessage()
        .exitCodeListHeading("%nExit status:%n")
        .exitCodeList(ExitStatus.listing(ExitStatus.values()));
  }

  /** As picocli's own, which are declared by annotations. */
  private static OptionSpec.Builder help(String description, String... names) {
    return OptionSpec.builder(names).type(boolean.class).description(description);
  }

  private static Ansi ansi(Streams streams) {
    boolean colour = streams.outIsTerminal() && Terminal.wantsColour(streams.environment());
    return colour ? Ansi.ON : Ansi.OFF;
  }
}
