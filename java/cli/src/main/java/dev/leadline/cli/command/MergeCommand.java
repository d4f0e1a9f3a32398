package dev.leadline.cli.command;

import dev.leadline.check.plan.CheckResult;
import dev.leadline.check.results.ResultJson;
import dev.leadline.check.results.ResultJson.ResultFormatException;
import dev.leadline.check.results.ShardMerge;
import dev.leadline.cli.option.Inputs;
import dev.leadline.cli.option.ResultOptions;
import dev.leadline.cli.output.NamedOutput;
import dev.leadline.cli.output.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code leadline merge}: the results of several shards as those of one check. */
@Command(
    name = "merge",
    description = {
      "Joins the results of the shards of a check, and shows them as one.",
      "They are what leadline check --shard I/N --format json -o FILE wrote, on several machines",
      "perhaps; all must be there."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = "  leadline merge 1.json 2.json 3.json --junit target/leadline.xml")
public final class MergeCommand implements Callable<Integer> {

  private final Streams streams;

  @Parameters(arity = "1..*", paramLabel = "SHARD", description = "The results of a shard, JSON.")
  private List<Path> shards;

  @Mixin private ResultOptions results;

  public MergeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    results.spare(
        Inputs.all("a shard itself", streams.directory(), shards.stream()), streams.directory());
    results.begin(streams);
    List<CheckResult> read = new ArrayList<>();
    for (Path shard : shards) {
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
