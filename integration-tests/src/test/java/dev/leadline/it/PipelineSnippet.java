package dev.leadline.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The shell part of a pipeline that docs/ci.md shows.
 *
 * @param name whose it is
 * @param text the whole of it
 * @param steps what is run, each by a shell that ends at the first error
 * @param failed what is run when one of them failed
 */
record PipelineSnippet(String name, String text, List<String> steps, List<String> failed) {

  private static final Pattern BLOCK =
      Pattern.compile("```(yaml|groovy|make)\n(.*?)```", Pattern.DOTALL);

  private static final Pattern SH = Pattern.compile("\\bsh '([^']*)'");

  /** Those of a page, in its order. */
  static List<PipelineSnippet> of(String page) {
    return BLOCK.matcher(page).results().map(PipelineSnippet::of).toList();
  }

  private static PipelineSnippet of(MatchResult block) {
    String text = block.group(2);
    return switch (block.group(1)) {
      case "yaml" -> ofYaml(text);
      case "groovy" -> ofJenkins(text);
      case "make" ->
          new PipelineSnippet(
              "make",
              text,
              List.of("make leadline", "make check"),
              List.of("make golden", "git diff > target/golden.diff"));
      default -> throw new IllegalArgumentException(block.group(1));
    };
  }

  private static PipelineSnippet ofYaml(String text) {
    Map<?, ?> pipeline = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    return pipeline.containsKey("jobs")
        ? ofGitHub(text, (Map<?, ?>) ((Map<?, ?>) pipeline.get("jobs")).get("check"))
        : ofGitLab(text, (Map<?, ?>) pipeline.get("leadline"));
  }

  private static PipelineSnippet ofGitHub(String text, Map<?, ?> job) {
    List<String> steps = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (Object one : (List<?>) job.get("steps")) {
      Map<?, ?> step = (Map<?, ?>) one;
      if (step.get("run") instanceof String script) {
        (step.get("if") == null ? steps : failed).add(script);
      }
    }
    return new PipelineSnippet("GitHub Actions", text, steps, failed);
  }

  /** All lines of one key are one shell's. What installs packages is left out here. */
  private static PipelineSnippet ofGitLab(String text, Map<?, ?> job) {
    return new PipelineSnippet(
        "GitLab CI", text, List.of(lines(job, "script")), List.of(lines(job, "after_script")));
  }

  private static String lines(Map<?, ?> job, String key) {
    List<String> lines = ((List<?>) job.get(key)).stream().map(String.class::cast).toList();
    return String.join("\n", lines);
  }

  private static PipelineSnippet ofJenkins(String text) {
    String[] parts = text.split("\\bpost \\{");
    return new PipelineSnippet("Jenkins", text, shells(parts[0]), shells(parts[1]));
  }

  private static List<String> shells(String groovy) {
    Stream<String> scripts = SH.matcher(groovy).results().map(sh -> sh.group(1));
    return scripts.toList();
  }
}
