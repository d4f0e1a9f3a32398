package dev.leadline.launch;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.zeroturnaround.exec.ProcessExecutor;

/**
 * Starts a process as {@link ProcessExecutor} does, which would make an executor for each, and shut
 * it down, to wait for its end on a thread of its own: that took longer than to start the process.
 */
final class AgentProcess extends ProcessExecutor {

  AgentProcess(List<String> command) {
    super(command);
  }

  @Override
  protected ExecutorService newExecutor(String process) {
    return new InBackground();
  }

  /** Takes one task, and need not be shut down. */
  private static final class InBackground extends AbstractExecutorService {

    @Override
    public void execute(Runnable task) {
      new Background("wait", task).start();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return false;
    }
  }
}
