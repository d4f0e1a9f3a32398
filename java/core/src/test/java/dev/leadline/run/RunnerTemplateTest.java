package dev.leadline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadline.interpreter.Surroundings;
import dev.leadline.run.Runner.RunnerException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places for the program in a runner's command line, and the names of modules. */
class RunnerTemplateTest {

  private static List<String> line(String template, String program, String... arguments)
      throws RunnerException {
    Surroundings surroundings =
        Surroundings.ofThisMachine(Map.of("PYTHONPATH", "/lib/py:src"), Path.of("/home/me"));
    return new RunnerTemplate(Arrays.asList(template.split(" ")))
        .commandLine(
            new Program(Program.Kind.SCRIPT, program, List.of(arguments)),
            new ModuleName(surroundings));
  }

  @ParameterizedTest
  @CsvSource({
    "my.py, my.py|a.py|1|--two words",
    "-m pytest -q, -m|pytest|-q|a.py|1|--two words",
    "run {} {args}, run|a.py|1|--two words",
    "run {args} {} {}, run|1|--two words|a.py|a.py",
    "serve {module}:app {args}, serve|a:app|1|--two words",
    "r --x={}:{module}/{args}, r|--x=a.py:a/1 --two words",
    "r {{module}} {{}} }}{{ {args}, r|{module}|{}|}{|1|--two words",
    "r {{{}}} {args}, r|{a.py}|1|--two words",
    "r {{x}}, r|{x}|a.py|1|--two words",
  })
  void theProgramAndItsArgumentsStandWhereTheirPlacesAre(String template, String words)
      throws RunnerException {
    assertThat(line(template, "a.py", "1", "--two words")).containsExactly(words.split("\\|"));
  }

  @Test
  void noArgumentsAreNoWord() throws RunnerException {
    assertThat(line("r {args} {} -x", "a.py")).containsExactly("r", "a.py", "-x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "r {modul}:app | there is no placeholder {modul}; known are {} (the program), {module} and",
        "r {Module} | there is no placeholder {Module}",
        "r {} { | there is no placeholder {; known",
        "r } {} | there is no placeholder }; known",
        "r {module} | no {args} says where the arguments of a.py belong"
      })
  void whatCannotBeReplacedIsOneClause(String template, String says) {
    assertThatThrownBy(() -> line(template, "a.py", "1"))
        .isInstanceOf(RunnerException.class)
        .hasMessageContaining(says);
  }

  @ParameterizedTest
  @CsvSource({
    "a.py, a",
    "./x/../a.py, a",
    "/home/me/a.py, a",
    "shop/web/app.py, shop.web.app",
    "shop/__init__.py, shop",
    "__init__.py, __init__",
    "shop/__main__.py, shop.__main__",
    "src/shop/app.py, shop.app",
    "/lib/py/shop/app.py, shop.app",
    "größe.py, größe",
    "_a1.py, _a1"
  })
  void aModuleHasTheNameThatAnImportNeeds(String program, String name) throws RunnerException {
    assertThat(line("{module}", program)).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "my-app.py | {module}: no import can name my-app.py: 'my-app' is no identifier",
        "1/a.py | no import can name 1/a.py: '1' is no identifier",
        "a | its name does not end in .py",
        ".py | no import can name .py: '' is no identifier",
        "../a.py | it is neither under /home/me, where the runner starts (--cwd), nor under a directory"
            + " of PYTHONPATH",
        "/home/mean/a.py | it is neither under /home/me,"
      })
  void whatNoImportCanNameIsOneClause(String program, String says) {
    assertThatThrownBy(() -> line("{module}", program))
        .isInstanceOf(RunnerException.class)
        .hasMessageContaining(says);
  }
}
