package dev.leadline.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a test once for each interpreter that its {@link TracePython} names. */
final class TracePythonExtension implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return asked(context).isPresent();
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    TracePython asked = asked(context).orElseThrow();
    return pythons(asked).stream().map(python -> new OnOnePython(asked, python));
  }

  private static Optional<TracePython> asked(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getTestMethod(), TracePython.class);
  }

  private static List<Optional<String>> pythons(TracePython asked) {
    List<String> named = Arrays.asList(asked.python());
    if (named.isEmpty()) {
      return List.of(Optional.empty());
    }
    List<String> all = named.equals(List.of(TracePython.ALL)) ? Interpreters.all() : named;
    return all.stream().map(Optional::of).toList();
  }

  /** One interpreter's turn of a test: runs the program when its trace is first asked for. */
  private static final class OnOnePython
      implements TestTemplateInvocationContext, ParameterResolver, AfterEachCallback {

    private final TracePython asked;
    private final Optional<String> python;
    private Optional<PythonTrace> trace = Optional.empty();

    OnOnePython(TracePython asked, Optional<String> python) {
      this.asked = asked;
      this.python = python;
    }

    @Override
    public String getDisplayName(int invocation) {
      return python.map(name -> "Python " + name).orElse("default Python");
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == PythonTrace.class;
    }

    @Override
    public PythonTrace resolveParameter(ParameterContext parameter, ExtensionContext context) {
      if (trace.isEmpty()) {
        try {
          trace = Optional.of(program().trace());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return trace.orElseThrow();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
      if (trace.isPresent()) {
        trace.get().close();
      }
    }

    private PythonProgram program() {
      PythonProgram program =
          target()
              .arguments(asked.args())
              .pythonOptions(asked.pythonOptions())
              .directory(Path.of(asked.directory()))
              .roots(asked.root())
              .include(asked.include())
              .exclude(asked.exclude())
              .values(asked.values());
      python.ifPresent(program::python);
      if (!asked.stdin().isEmpty()) {
        program.stdin(Path.of(asked.stdin()));
      }
      for (String assignment : asked.env()) {
        assign(program, assignment);
      }
      if (asked.allCode()) {
        program.allCode();
      }
      if (asked.follow()) {
        program.follow();
      }
      if (asked.timeoutSeconds() > 0) {
        program.timeout(Duration.ofSeconds(asked.timeoutSeconds()));
      }
      return program;
    }

    private PythonProgram target() {
      boolean one =
          List.of(asked.script(), asked.module(), asked.code()).stream()
                  .filter(target -> !target.isEmpty())
                  .count()
              == 1;
      if (!one) {
        throw new ExtensionConfigurationException(
            "@TracePython wants one of script, module and code");
      }
      if (!asked.script().isEmpty()) {
        return PythonProgram.script(asked.script());
      }
      return asked.module().isEmpty()
          ? PythonProgram.code(asked.code())
          : PythonProgram.module(asked.module());
    }

    private static void assign(PythonProgram program, String assignment) {
      int equals = assignment.indexOf('=');
      if (equals <= 0) {
        throw new ExtensionConfigurationException(
            "@TracePython: env '" + assignment + "' is not of the form NAME=VALUE");
      }
      program.environment(assignment.substring(0, equals), assignment.substring(equals + 1));
    }
  }
}
