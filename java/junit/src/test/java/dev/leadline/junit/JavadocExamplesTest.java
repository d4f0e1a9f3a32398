package dev.leadline.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples in the documentation of entry points compile. */
class JavadocExamplesTest {

  private static final Path MODULES = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\R(.*?)\\R \\* }</pre>", Pattern.DOTALL);

  private static final Pattern NESTED =
      Pattern.compile("(?m)^  (?:public |static |final |sealed )*(?:record|enum|class) (\\w+)");

  @TempDir Path classes;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "core/src/main/java/dev/leadline/compare/Comparer.java",
        "core/src/main/java/dev/leadline/event/EventSink.java",
        "core/src/main/java/dev/leadline/launch/Launcher.java",
        "core/src/main/java/dev/leadline/wire/read/TraceReader.java",
        "junit/src/main/java/dev/leadline/junit/LeadlineAssertions.java",
        "junit/src/main/java/dev/leadline/junit/PythonProgram.java",
      })
  void compiles(String file) throws IOException {
    List<String> examples =
        EXAMPLE
            .matcher(Files.readString(MODULES.resolve(file)))
            .results()
            .map(found -> found.group(1).replaceAll("(?m)^ \\* ?", ""))
            .toList();
    assertThat(examples).isNotEmpty();
    for (String example : examples) {
      assertThat(errors(source(example))).as(example).isEmpty();
    }
  }

  /** A file with the example, as a class or as the statements of a method. */
  private static String source(String example) throws IOException {
    String body =
        example.contains("class ")
            ? example
            : "class Example { void run() throws Exception {\n" + example + "\n} }";
    String imports =
        importsOf(example).stream()
            .map(name -> "import " + name + ";\n")
            .collect(Collectors.joining());
    return "import java.io.*;\nimport java.nio.file.Path;\nimport java.util.*;\n" + imports + body;
  }

  /** Leadline's types that the example names. */
  private static Set<String> importsOf(String example) throws IOException {
    Map<String, String> types = types();
    return Pattern.compile("(?<![.\\w])[A-Z]\\w+")
        .matcher(example)
        .results()
        .map(MatchResult::group)
        .filter(types::containsKey)
        .map(types::get)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The full name of each type, by its simple name. */
  private static Map<String, String> types() throws IOException {
    Map<String, String> types = new HashMap<>();
    for (String module : List.of("core", "check", "junit")) {
      Path root = MODULES.resolve(module).resolve("src/main/java");
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
          String name = root.relativize(file).toString().replaceAll("[/\\\\]", ".");
          String type = name.substring(0, name.length() - ".java".length());
          NESTED
              .matcher(Files.readString(file))
              .results()
              .forEach(nested -> types.putIfAbsent(nested.group(1), type + "." + nested.group(1)));
          types.put(type.substring(type.lastIndexOf('.') + 1), type);
        }
      }
    }
    return types;
  }

  private List<String> errors(String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options =
        List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
    boolean compiled = compiler.getTask(null, null, found, options, null, List.of(file)).call();
    return compiled
        ? List.of()
        : found.getDiagnostics().stream().map(one -> one.getMessage(null)).toList();
  }
}
