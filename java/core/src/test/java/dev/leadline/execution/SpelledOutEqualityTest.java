package dev.leadline.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceThread;
import dev.leadline.execution.Definition.FunctionKey;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records whose equals is written by hand look at all that they have. */
class SpelledOutEqualityTest {

  static Stream<Class<? extends Record>> records() {
    return Stream.of(FunctionKey.class, Definition.class, TracedFunction.class, TraceThread.class);
  }

  private static Object sample(Class<?> type, boolean other) {
    if (type == String.class) {
      return new String(other ? "other" : "one");
    }
    if (type == int.class) {
      return other ? 2 : 1;
    }
    if (type == long.class) {
      return other ? 2L : 1L;
    }
    if (type == boolean.class) {
      return other;
    }
    if (type == Scope.class) {
      return other ? Scope.SITE : Scope.USER;
    }
    return new FunctionKey("file", other ? "other" : "one");
  }

  /** One whose component at that place is another; of none where there is no such place. */
  private static Object made(Class<?> type, int changed) throws ReflectiveOperationException {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      values[i] = sample(types[i], i == changed);
    }
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    return constructor.newInstance(values);
  }

  @ParameterizedTest
  @MethodSource("records")
  void eachComponentCounts(Class<?> type) throws ReflectiveOperationException {
    Object one = made(type, -1);
    assertThat(made(type, -1)).isEqualTo(one).hasSameHashCodeAs(one);
    for (int i = 0; i < type.getRecordComponents().length; i++) {
      assertThat(made(type, i)).as("component %d", i).isNotEqualTo(one);
    }
  }
}
