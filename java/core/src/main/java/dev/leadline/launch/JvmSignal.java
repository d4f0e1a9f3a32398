package dev.leadline.launch;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;

/**
 * Hears of signals that this JVM gets, through {@code sun.misc.Signal}, for which Java has no
 * supported counterpart. It is reached by reflection: a direct use cannot be compiled without a
 * warning, and some runtimes do not have it.
 */
final class JvmSignal {

  private JvmSignal() {}

  /**
   * Has {@code action} run for each such signal instead of what the JVM does. Where the JVM was
   * started with the signal ignored, it stays so.
   *
   * @param name without {@code SIG}
   * @return what puts the former handler back; empty where the signal cannot be had
   */
  static Optional<Runnable> take(String name, Runnable action) {
    try {
      Class<?> signalType = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Method handle = signalType.getMethod("handle", signalType, handlerType);
      Object signal = signalType.getConstructor(String.class).newInstance(name);
      Object former = handle.invoke(null, signal, handler(handlerType, action));
      return Optional.of(() -> putBack(handle, signal, former));
    } catch (ReflectiveOperationException e) {
      return Optional.empty(); // also where the JVM keeps the signal for itself (-Xrs)
    }
  }

  private static Object handler(Class<?> type, Runnable action) {
    return Proxy.newProxyInstance(
        JvmSignal.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "equals" -> proxy == arguments[0];
              case "hashCode" -> System.identityHashCode(proxy);
              case "toString" -> "Leadline's handler";
              default -> {
                action.run();
                yield null;
              }
            });
  }

  private static void putBack(Method handle, Object signal, Object former) {
    try {
      handle.invoke(null, signal, former);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the signal " + signal + " was ours and is not any more", e);
    }
  }
}
