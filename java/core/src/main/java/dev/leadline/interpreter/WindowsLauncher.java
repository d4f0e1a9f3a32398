package dev.leadline.interpreter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.zeroturnaround.exec.ProcessExecutor;

/**
 * Asks the Windows launcher ({@code py -0p}, PEP 397) what is registered. It prints one interpreter
 * a line: its tag, a star for the default one, and its path.
 */
final class WindowsLauncher implements Function<Surroundings, List<Path>> {

  private static final Pattern PATH =
      Pattern.compile("[A-Za-z]:\\\\.*\\.exe", Pattern.CASE_INSENSITIVE);

  private static final long LIMIT_SECONDS = 10;

  @Override
  public List<Path> apply(Surroundings surroundings) {
    return surroundings.windows() ? paths(listing()).stream().map(Path::of).toList() : List.of();
  }

  /** The paths in a listing. */
  static List<String> paths(String listing) {
    return listing
        .lines()
        .flatMap(line -> PATH.matcher(line).results().map(MatchResult::group))
        .toList();
  }

  private static String listing() {
    try {
      return new ProcessExecutor("py", "-0p")
          .redirectErrorStream(false)
          .readOutput(true)
          .timeout(LIMIT_SECONDS, TimeUnit.SECONDS)
          .execute()
          .outputUTF8();
    } catch (IOException | TimeoutException e) {
      // no launcher, or none that answers: nothing is registered with it
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
