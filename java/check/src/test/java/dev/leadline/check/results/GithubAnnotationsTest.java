package dev.leadline.check.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.check.plan.CheckResult;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GithubAnnotationsTest {

  private final StringWriter out = new StringWriter();

  @Test
  void eachFaultIsShownWhereItIs() throws IOException {
    CheckResult result =
        Results.of(
            Results.suite(
                0,
                "shop",
                Results.holds("exit: 0"),
                Results.fails("calls: f, g"),
                Results.unknown("x")));

    new GithubAnnotations(out).write(result);

    assertThat(out.toString().lines())
        .containsExactly(
            "::error file=shop.py,line=17,title=shop on 3.12.1%3A calls%3A f%2C g"
                + "::called 4 times%0Amain%0A  Order.total%0Asee shop.py:17"
                + "%0Aexpected in leadline.yaml:12",
            "::error file=leadline.yaml,title=shop on 3.12.1%3A x"
                + "::there is no Python 3.9%0Aexpected in leadline.yaml");
  }

  @Test
  void pathsAreThoseOfTheRepository() throws IOException {
    Path root = Path.of("/srv/repository");

    new GithubAnnotations(out, root.resolve("python"), root)
        .write(Results.of(Results.suite(0, "shop", Results.fails("x"))));

    assertThat(out.toString()).startsWith("::error file=python/shop.py,line=17,");
  }

  @Test
  void whatAProgramNamesStaysInItsPlace() throws IOException {
    new GithubAnnotations(out)
        .write(Results.of(Results.suite(0, Results.HOSTILE, Results.hostile())));

    String line = out.toString();
    assertThat(line.lines()).hasSize(1);
    String properties = line.substring("::error ".length(), line.indexOf("::", 2));
    assertThat(properties.split(",")).hasSize(3);
    assertThat(line).doesNotContain("##[", "##vso[", "##teamcity[", "\u001b");
  }

  @Test
  void aPercentSignIsOne() throws IOException {
    new GithubAnnotations(out)
        .write(Results.of(Results.suite(0, "shop", Results.fails("coverage: 80%0A"))));

    assertThat(out.toString()).contains("coverage%3A 80%250A::");
  }
}
