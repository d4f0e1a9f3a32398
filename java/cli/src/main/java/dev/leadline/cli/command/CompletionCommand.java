package dev.leadline.cli.command;

import dev.leadline.cli.output.ExitStatus;
import dev.leadline.cli.output.Streams;
import dev.leadline.cli.output.WrittenOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leadline completion}: a script for the user's shell. */
@Command(
    name = "completion",
    description = "Prints a script that completes leadline's options in the shell.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(leadline completion bash)",
      "  leadline completion zsh > ~/.leadline-completion.zsh"
    })
public final class CompletionCommand implements Callable<Integer> {

  /** The shells that picocli's script serves: it switches on bash's completion in zsh. */
  enum Shell {
    BASH,
    ZSH
  }

  private final Streams streams;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "bash|zsh", description = "The shell.")
  private Shell shell;

  public CompletionCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    String script = AutoComplete.bash("leadline", spec.root().commandLine());
    WrittenOutput.to(Optional.empty(), streams, out -> out.write(script));
    return ExitStatus.OK.number();
  }
}
