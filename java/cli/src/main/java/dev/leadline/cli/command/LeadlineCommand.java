package dev.leadline.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leadline} itself: what it is, and its commands. */
@Command(
    name = "leadline",
    description = "Traces Python programs on real CPython, filtered by measured stack depth.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  leadline trace app.py                        run it, show its call tree",
      "  leadline trace -o run.ndjson app.py          run it, store its trace",
      "  leadline report run.ndjson --format summary  look at the stored trace",
      "  leadline depths --runner my_debugger.py app.py   the cutoff for your own debugger",
      "  leadline check                               whether leadline.yaml's expectations hold",
      "  leadline trace --help                        all that trace can do"
    })
public final class LeadlineCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
