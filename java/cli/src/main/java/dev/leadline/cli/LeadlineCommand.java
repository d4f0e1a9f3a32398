package dev.leadline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code leadline} itself: what it is, and its commands. */
final class LeadlineCommand implements Callable<Integer> {

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("leadline");

  private LeadlineCommand() {
    spec.usageMessage()
        .description("Traces Python programs on real CPython, cut by the depth of the stack.")
        .synopsisSubcommandLabel("COMMAND")
        .footerHeading("%nExamples:%n")
        .footer(
            "  leadline trace app.py                        run it, show its call tree",
            "  leadline trace -o run.ndjson app.py          run it, store its trace",
            "  leadline report run.ndjson --format summary  look at the stored trace",
            "  leadline depths --runner my_debugger.py app.py   the number to cut its trace at",
            "  leadline check                               whether leadline.yaml's expectations"
                + " hold",
            "  leadline trace --help                        all that trace can do");
  }

  /** It without its commands. */
  static CommandSpec spec() {
    return new LeadlineCommand().spec;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
