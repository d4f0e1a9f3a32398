package dev.leadline.launch.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Leadline loaded twice in one JVM, as a build tool may do it, and a signal. */
class StopSignalsTest {

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

  @Test
  void twoThatDoNotKnowOfEachOtherLeaveTheSignalsAsTheyWere() throws Exception {
    Runnable putBack =
        StopSignals.JvmSignal.take("TERM", () -> received.add("the JVM")).orElseThrow();
    try (URLClassLoader one = leadline();
        URLClassLoader other = leadline()) {
      AutoCloseable first = listen(one, "first");
      AutoCloseable second = listen(other, "second");
      assertThat(afterSignal()).isEqualTo("second");

      first.close();
      assertThat(afterSignal()).isEqualTo("second");

      second.close();
      assertThat(afterSignal()).isEqualTo("the JVM");

      try (AutoCloseable again = listen(one, "again")) {
        assertThat(again).isNotNull();
        assertThat(afterSignal()).isEqualTo("again");
      }
      assertThat(afterSignal()).isEqualTo("the JVM");
    } finally {
      putBack.run();
    }
    assertThat((Queue<String>) received).isEmpty();
  }

  private AutoCloseable listen(ClassLoader loader, String listenerName) throws Exception {
    Consumer<String> listener = name -> received.add(listenerName);
    return (AutoCloseable)
        loader
            .loadClass(StopSignals.class.getName())
            .getConstructor(Consumer.class)
            .newInstance(listener);
  }

  private String afterSignal() throws Exception {
    Class<?> type = Class.forName("sun.misc.Signal");
    type.getMethod("raise", type)
        .invoke(null, type.getConstructor(String.class).newInstance("TERM"));
    return received.poll(1, TimeUnit.MINUTES);
  }

  private static URLClassLoader leadline() {
    URL[] path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(StopSignalsTest::url)
            .toArray(URL[]::new);
    return new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String path) {
    try {
      return new File(path).toURI().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(path, e);
    }
  }
}
