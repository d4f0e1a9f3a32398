package dev.leadline.junit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
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
}
