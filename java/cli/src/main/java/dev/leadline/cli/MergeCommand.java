package dev.leadline.cli;

import dev.leadline.check.CheckResult;
import dev.leadline.results.ResultFormatException;
import dev.leadline.results.ResultJson;
import dev.leadline.results.ShardMerge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code leadline merge}: the results of several shards as those of one check. */
final class MergeCommand implements Callable<Integer> {

  private final Streams streams;
  private final CommandSpec command = CommandSpec.wrapWithoutInspection(this).name("merge");

  private final PositionalParamSpec shards =
      PositionalParamSpec.builder()
          .arity("1..*")
          .required(true)
          .type(List.class)
          .auxiliaryTypes(Path.class)
          .paramLabel("SHARD")
          .description("The results of a shard, JSON.")
          .build();

  private final ResultOptions results;

  private MergeCommand(Streams streams) {
    this.streams = streams;
    command.addPositional(shards);
    results = new ResultOptions(command);
    command
        .usageMessage()
        .description(
            "Joins the results of the shards of a check, and shows them as one.",
            "They are what leadline check --shard I/N --format json -o FILE wrote, on several"
                + " machines",
            "perhaps; all must be there.")
        .sortOptions(false)
        .footerHeading("%nExamples:%n")
        .footer("  leadline merge 1.json 2.json 3.json --junit target/leadline.xml");
  }

  /** The command with its options. */
  static CommandSpec spec(Streams streams) {
    return new MergeCommand(streams).command;
  }

  @Override
  public Integer call() throws IOException {
    results.check(streams.directory());
    results.begin(streams);
    List<CheckResult> read = new ArrayList<>();
    List<Path> given = shards.getValue();
    for (Path shard : given) {
      read.add(read(shard));
    }
    CheckResult merged = ShardMerge.merge(read);
    results.show(merged, streams);
    return results.status(merged).number();
  }

  private CheckResult read(Path shard) throws IOException {
    try {
      return ResultJson.read(streams.directory().resolve(shard));
    } catch (ResultFormatException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException("cannot read " + shard + ": " + NamedOutput.reason(e), e);
    }
  }
}
