package dev.leadline.launch.signals;

import dev.leadline.process.IgnoredSignals;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Hears of the signals that ask this JVM to end: {@code INT}, {@code HUP} and {@code TERM}. As long
 * as anybody listens, the JVM itself goes on. Several may, each for a program of its own: the
 * signals are taken for the first of them, and given back behind the last. A build tool may have
 * loaded Leadline more than once: then the signals are those of the last that took them.
 */
public final class StopSignals implements AutoCloseable {

  private static final List<String> SIGNALS = List.of("INT", "HUP", "TERM");
  private static final List<StopSignals> LISTENING = new CopyOnWriteArrayList<>();
  private static List<Runnable> putBack = List.of();

  private final Consumer<String> receiver;

  /**
   * Listens from now on.
   *
   * @param receiver receives the name of each signal, without {@code SIG}, on a thread of the JVM;
   *     listeners are called in the order in which they were made
   */
  public StopSignals(Consumer<String> receiver) {
    this.receiver = receiver;
    listen(this);
  }

  private static void listen(StopSignals one) {
    synchronized (LISTENING) {
      LISTENING.add(one);
      if (LISTENING.size() == 1) {
        putBack =
            SIGNALS.stream()
                .map(name -> JvmSignal.take(name, () -> notifyListeners(name)))
                .flatMap(Optional::stream)
                .toList();
      }
    }
  }

  /**
   * Keeps the signals that this process was started with ignored from ending the JVM, which the
   * launcher script has made able to receive them.
   */
  public static void keepIgnored() {
    SIGNALS.stream()
        .filter(IgnoredSignals.atStart()::contains)
        .forEach(name -> JvmSignal.take(name, () -> true));
  }

  private static boolean notifyListeners(String name) {
    List<StopSignals> listeners = List.copyOf(LISTENING);
    listeners.forEach(one -> one.receiver.accept(name));
    return !listeners.isEmpty();
  }

  /** Without listeners, the JVM handles the signals itself again. */
  @Override
  public void close() {
    synchronized (LISTENING) {
      boolean last = LISTENING.remove(this) && LISTENING.isEmpty();
      if (last) {
        putBack.forEach(Runnable::run);
        putBack = List.of();
      }
    }
  }

  /**
   * Hears of signals that this JVM gets, through {@code sun.misc.Signal}, for which Java has no
   * supported counterpart. It is reached by reflection: a direct use cannot be compiled without a
   * warning, and some runtimes do not have it.
   */
  static final class JvmSignal {

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
     * Where other code has taken the signal since, it keeps it. It may put our handler back later,
     * which then passes signals on to the former one.
     */
    private static void putBack(Method handle, Object signal, Object former, Object ours) {
      try {
        Object current = handle.invoke(null, signal, former);
        if (current != ours) {
          handle.invoke(null, signal, current);
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(
            "the signal " + signal + " was ours and is not any more", e);
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
}
