package dev.leadline.launch;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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
   * @param action says whether it has taken the signal; else the former handler has it
   * @return what puts the former handler back; empty where the signal cannot be had
   */
  static Optional<Runnable> take(String name, BooleanSupplier action) {
    try {
      Class<?> signalType = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Method handle = signalType.getMethod("handle", signalType, handlerType);
      Object signal = signalType.getConstructor(String.class).newInstance(name);
      Handler ours = new Handler(action);
      Object proxy = ours.as(handlerType);
      ours.former = handle.invoke(null, signal, proxy);
      return Optional.of(() -> putBack(handle, signal, ours.former, proxy));
    } catch (ReflectiveOperationException e) {
      return Optional.empty(); // also where the JVM keeps the signal for itself (-Xrs)
    }
  }

  /**
   * Where somebody else has taken the signal since, it stays theirs. They will put ours back some
   * day, which then hands on to the former one.
   */
  private static void putBack(Method handle, Object signal, Object former, Object ours) {
    try {
      Object current = handle.invoke(null, signal, former);
      if (current != ours) {
        handle.invoke(null, signal, current);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the signal " + signal + " was ours and is not any more", e);
    }
  }

  /** What {@code sun.misc.SignalHandler} is to us. */
  private static final class Handler implements InvocationHandler {

    private final BooleanSupplier action;
    private volatile Object former;

    Handler(BooleanSupplier action) {
      this.action = action;
    }

    Object as(Class<?> type) {
      return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, this);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      return switch (method.getName()) {
        case "equals" -> proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        case "toString" -> "Leadline's handler";
        default -> action.getAsBoolean() ? null : method.invoke(former, arguments);
      };
    }
  }
}
