package dev.leadline.check.results;

import dev.leadline.check.expect.Place;
import dev.leadline.check.plan.CheckResult;
import dev.leadline.check.plan.CheckResult.CaseResult;
import dev.leadline.check.plan.CheckResult.SuiteResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What does not hold, as the workflow commands by which GitHub Actions shows it beside the source:
 * {@code ::error file=shop.py,line=17,title=...::...}. GitHub shows ten of them for each step.
 *
 * @see <a
 *     href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">workflow
 *     commands</a>
 */
public final class GithubAnnotations {

  private final Writer out;
  private final UnaryOperator<String> inRepository;

  /** Into {@code out}, which stays open; the check runs in the repository's root. */
  public GithubAnnotations(Writer out) {
    this(out, file -> file);
  }

  /**
   * Into {@code out}, which stays open.
   *
   * @param directory where the check runs, absolute
   * @param repository root of the repository, absolute: {@code $GITHUB_WORKSPACE}
   */
  public GithubAnnotations(Writer out, Path directory, Path repository) {
    this(out, file -> relative(directory.resolve(file).normalize(), repository).orElse(file));
  }

  private GithubAnnotations(Writer out, UnaryOperator<String> inRepository) {
    this.out = out;
    this.inRepository = inRepository;
  }

  /** Writes them. */
  public void write(CheckResult result) throws IOException {
    for (SuiteResult suite : result.suites()) {
      for (CaseResult one : ResultWords.reported(suite)) {
        out.write(annotation(suite, one) + "\n");
      }
    }
    out.flush();
  }

  private String annotation(SuiteResult suite, CaseResult one) {
    Place place = one.verdict().spot().orElse(one.place());
    String line = place.line() == 0 ? "" : ",line=" + place.line();
    String message =
        Stream.concat(Stream.of(ResultWords.message(one)), ResultWords.lines(one).stream())
            .map(Harmless::text)
            .collect(Collectors.joining("\n"));
    return "::error file="
        + property(inRepository.apply(place.file()))
        + line
        + ",title="
        + property(ResultWords.name(suite) + ": " + one.title())
        + "::"
        + data(message);
  }

  private static Optional<String> relative(Path file, Path repository) {
    return Optional.of(file)
        .filter(path -> path.startsWith(repository.normalize()))
        .map(path -> repository.normalize().relativize(path).toString().replace('\\', '/'));
  }

  /** As GitHub's toolkit escapes the value of a property. */
  private static String property(String text) {
    return data(Harmless.text(text)).replace(":", "%3A").replace(",", "%2C");
  }

  /** As GitHub's toolkit escapes what a command says. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
