package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pipelines of docs/ci.md run, as far as a shell runs them, in a project that has Leadline as a
 * submodule: with a golden trace that holds, and with one that does not, whose new text the diff
 * that they keep brings in. A Maven of the test's own puts the jar there that is built, and an
 * empty archive of classes, which is {@link LauncherScriptTest}'s.
 */
class PipelineSnippetsTest {

  private static final String MVN =
      """
      #!/bin/sh
      cd java/cli/target
      cp "$LEADLINE_BUILT" leadline.jar
      pwd -P | sed 's,$,/leadline.jar,' >leadline.jsa.of
      : >leadline.jsa
      """;

  private static final String PROGRAM =
      """
      def fee(amount):
          return amount // 100

      def total(amounts):
          return sum(map(fee, amounts))

      print(total([100, 200]))
      """;

  private static final String CHECK =
      """
      runs:
        - program: shop.py
          expect:
            golden: shop.golden
      """;

  @TempDir Path work;

  @TestFactory
  Stream<DynamicTest> pipelinesOfThePage() {
    List<PipelineSnippet> snippets = PipelineSnippet.of(Page.of("docs/ci.md").text());
    assertThat(snippets)
        .extracting(PipelineSnippet::name)
        .containsExactly("GitHub Actions", "GitLab CI", "Jenkins", "make");
    return snippets.stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> runs(one)));
  }

  private void runs(PipelineSnippet snippet) throws IOException {
    Path project = project(snippet);
    succeeds(project, "tools/leadline/leadline check --update");
    succeeds(project, "git add . && git commit -qm golden");

    snippet.steps().forEach(step -> succeeds(project, step));
    assertThat(project.resolve("target/leadline.xml"))
        .content()
        .contains("<testcase ")
        .doesNotContain("<failure");

    Files.writeString(project.resolve("shop.py"), PROGRAM.replace("200", "200, 300"));
    succeeds(project, "git commit -qam change");
    assertThat(status(project, snippet.steps())).isEqualTo(snippet.name().equals("make") ? 2 : 1);
    assertThat(project.resolve("target/leadline.xml")).content().contains("<failure");

    snippet.failed().forEach(step -> succeeds(project, step));
    succeeds(project, "git checkout -q shop.golden && git apply target/golden.diff");
    assertThat(status(project, snippet.steps())).isZero();
  }

  /** The status of the first step that fails. */
  private int status(Path project, List<String> steps) {
    return steps.stream()
        .map(step -> run(project, step).status())
        .filter(status -> status != 0)
        .findFirst()
        .orElse(0);
  }

  private void succeeds(Path project, String step) {
    Outcome outcome = run(project, step);
    assertThat(outcome.status()).as("%s%n%s", step, outcome.errText()).isZero();
  }

  private Outcome run(Path project, String step) {
    Map<String, String> variables = new HashMap<>();
    variables.put("PATH", work.resolve("bin") + ":" + System.getenv("PATH"));
    variables.put("LEADLINE_BUILT", Repository.JAR.toString());
    variables.put("GITHUB_OUTPUT", work.resolve("github-output").toString());
    variables.put("CI_JOB_STATUS", "failed");
    variables.put("GIT_CONFIG_GLOBAL", work.resolve("gitconfig").toString());
    return Run.process(project, new byte[0], variables, List.of("sh", "-e", "-c", step));
  }

  private Path project(PipelineSnippet snippet) throws IOException {
    Path mvn = Files.createDirectories(work.resolve("bin")).resolve("mvn");
    Files.writeString(mvn, MVN);
    Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(
        work.resolve("gitconfig"),
        "[user]\nname = me\nemail = me@example.org\n[protocol \"file\"]\nallow = always\n");
    Path own = Files.createTempDirectory(work, "pipeline");
    Path leadline = Files.createDirectory(own.resolve("leadline"));
    Repository.copyLauncher(leadline);
    Files.copy(Repository.ROOT.resolve(".gitignore"), leadline.resolve(".gitignore"));
    succeeds(leadline, "git init -q && git add . && git commit -qm leadline");

    Path project = Files.createDirectory(own.resolve("project"));
    Files.writeString(project.resolve("shop.py"), PROGRAM);
    Files.writeString(project.resolve("leadline.yaml"), CHECK);
    Files.writeString(project.resolve("Makefile"), snippet.text());
    Files.writeString(project.resolve(".gitignore"), "target/\n");
    succeeds(project, "git init -q && git submodule --quiet add ../leadline tools/leadline");
    return project;
  }
}
