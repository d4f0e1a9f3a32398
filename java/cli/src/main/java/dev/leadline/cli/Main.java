package dev.leadline.cli;

import dev.leadline.cli.ErrorReporter.Exhaustion;
import dev.leadline.cli.command.CheckCommand;
import dev.leadline.cli.command.CompareCommand;
import dev.leadline.cli.command.CompletionCommand;
import dev.leadline.cli.command.DepthsCommand;
import dev.leadline.cli.command.DiffCommand;
import dev.leadline.cli.command.LeadlineCommand;
import dev.leadline.cli.command.MergeCommand;
import dev.leadline.cli.command.PythonsCommand;
import dev.leadline.cli.command.ReportCommand;
import dev.leadline.cli.command.TraceCommand;
import dev.leadline.cli.option.Converters;
import dev.leadline.cli.output.ExitStatus;
import dev.leadline.cli.output.Messages;
import dev.leadline.cli.output.Streams;
import dev.leadline.cli.output.Terminal;
import dev.leadline.cli.output.WrittenOutput;
import dev.leadline.launch.signals.StopSignals;
import dev.leadline.run.Engine;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.TypeConversionException;

/** The entry of the command line. */
public final class Main {

  private static final int HELP_WIDTH = 100;

  /** The names of the commands, in the order of the help. */
  private static final List<String> COMMANDS =
      List.of(
          "trace",
          "report",
          "depths",
          "compare",
          "diff",
          "check",
          "merge",
          "pythons",
          "completion");

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
    GracefulShutdown end = new GracefulShutdown();
    if (!end.isPossible()) {
      return;
    }
    System.setProperty("picocli.converters.excludes", UNUSED_TYPES);
    Streams streams = Streams.ofThisProcess();
    Exhaustion exhaustion = new Exhaustion(streams.err());
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, fault) -> {
          exhaustion.report(fault);
          end.commandIsDone();
          System.exit(ExitStatus.FAILED.number());
        });
    ErrorReporter errors = new ErrorReporter(new Messages(streams.err()), end::wasAsked);
    int status = run(RawArguments.restore(args), streams, errors);
    end.commandIsDone();
    System.exit(status);
  }

  /** Runs one command on these streams and gives its exit status. */
  static int run(String[] args, Streams streams) {
    return run(args, streams, new ErrorReporter(new Messages(streams.err()), () -> false));
  }

  /** Runs one command, and reports what goes wrong to {@code errors}. */
  static int run(String[] args, Streams streams, ErrorReporter errors) {
    try {
      Converters.oneOf(
          Engine.values(),
          streams.environment().getOrDefault(Engine.VARIABLE, Engine.AUTO.toString()));
    } catch (TypeConversionException e) {
      new Messages(streams.err()).say(Engine.VARIABLE + ": " + e.getMessage());
      return ExitStatus.USAGE.number();
    }
    Exhaustion exhaustion = new Exhaustion(streams.err());
    StringWriter help = new StringWriter();
    try {
      int status = commands(args, help, streams, errors).execute(args);
      if (help.getBuffer().length() > 0) {
        // PrintWriter, which picocli asks for, hides that it could not write
        WrittenOutput.to(Optional.empty(), streams, out -> out.write(help.toString()));
      }
      return status;
    } catch (IOException e) {
      errors.report(e);
      return ExitStatus.FAILED.number();
    } catch (Error e) {
      // picocli passes these on: uncaught they would end the JVM with 1, which means "differs"
      errors.report(exhaustion, e);
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
      case "check" -> new CheckCommand(streams);
      case "merge" -> new MergeCommand(streams);
      case "pythons" -> new PythonsCommand(streams);
      case "completion" -> new CompletionCommand(streams);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static CommandLine commands(
      String[] args, StringWriter help, Streams streams, ErrorReporter errors) {
    CommandLine leadline = new CommandLine(new LeadlineCommand());
    needed(args).forEach(name -> leadline.addSubcommand(name, command(name, streams)));
    leadline.getSubcommands().values().forEach(Main::describe);
    describe(leadline);
    // everything behind the program is the program's, also what looks like an option of ours
    leadline.getSubcommands().values().stream()
        .filter(command -> RUNNING.contains(command.getCommandName()))
        .forEach(command -> command.setStopAtPositional(true));
    return leadline
        .setExpandAtFiles(false)
        .setUsageHelpWidth(HELP_WIDTH)
        .setOut(new PrintWriter(help))
        .setErr(
            new PrintWriter(new OutputStreamWriter(streams.err(), StandardCharsets.UTF_8), true))
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(streams)))
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }

  private static void describe(CommandLine command) {
    command
        .getCommandSpec()
        .mixinStandardHelpOptions(true)
        .versionProvider(new Version())
        .usageMessage()
        .exitCodeListHeading("%nExit status:%n")
        .exitCodeList(ExitStatus.listing(ExitStatus.values()));
    command.registerConverter(Path.class, new Converters.Paths());
    for (ArgSpec argument : command.getCommandSpec().args()) {
      Class<?> type = argument.auxiliaryTypes()[0];
      if (type.isEnum()) {
        nameConstants(command, type);
      }
    }
  }

  private static <T> void nameConstants(CommandLine command, Class<T> type) {
    command.registerConverter(type, new Converters.Constant<>(type));
  }

  private static Ansi ansi(Streams streams) {
    boolean colour = streams.outIsTerminal() && Terminal.wantsColour(streams.environment());
    return colour ? Ansi.ON : Ansi.OFF;
  }

  /** What {@code --version} prints. */
  private static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      Optional<String> released =
          Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
      return new String[] {
        "Leadline " + released.orElse("(development)"), "Java " + Runtime.version()
      };
    }
  }

  /**
   * Makes the JVM, when a signal ends it, wait for the command: that closes its files and removes
   * its directories.
   */
  private static final class GracefulShutdown {

    /** How long the command may take for it. */
    private static final long SECONDS = 10;

    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean asked;

    /** Waits from now on; not possible if the JVM is ending already. */
    boolean isPossible() {
      try {
        Runtime.getRuntime().addShutdownHook(new Thread(this::await, "leadline-orderly-end"));
        return true;
      } catch (IllegalStateException e) {
        return false;
      }
    }

    /** Whether the JVM is ending. */
    boolean wasAsked() {
      return asked;
    }

    /** There is nothing to wait for any more. */
    void commandIsDone() {
      done.countDown();
    }

    private void await() {
      asked = true;
      try {
        done.await(SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
