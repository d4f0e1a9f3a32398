package dev.leadline.launch;

import dev.leadline.process.ProcessTree;
import java.time.Duration;

/** Ends the process when this JVM is told to end, so that it is not left behind. */
final class EndOnShutdown {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Thread hook;

  EndOnShutdown(Process process) {
    hook = new Thread(() -> ProcessTree.of(process).end(PATIENCE), "leadline-end-program");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      hook.start(); // told to end while the process was being started
    }
  }

  /** The process is gone: there is nothing to end any more. */
  void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the shutdown is under way: the hook is what ended the process
    }
  }
}
