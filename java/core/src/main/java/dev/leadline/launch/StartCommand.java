package dev.leadline.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the interpreter is started: with the agent's script, or with the user's own runner, to which
 * the agent comes in by the environment.
 *
 * @param words the command line
 * @param environment what is changed in the environment of this process
 */
record StartCommand(List<String> words, Map<String, Optional<String>> environment) {

  private static final String PATH = "PYTHONPATH";
  private static final String FOLLOW = "LEADLINE_FOLLOW";

  StartCommand {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  /**
   * The command of a request.
   *
   * @param script the agent's
   * @param config what the agent is told
   * @throws LaunchException where the interpreter's options keep the agent out of a runner
   */
  static StartCommand of(LaunchRequest request, Path script, Path config) throws LaunchException {
    List<String> words = new ArrayList<>();
    words.add(request.python().interpreter().executable().toString());
    words.addAll(request.pythonOptions());
    if (request.runner().isEmpty()) {
      words.add(script.toString());
      words.add(config.toString());
      return new StartCommand(words, request.environment());
    }
    refuseIsolation(request.pythonOptions());
    words.addAll(request.runner().get().command());
    return new StartCommand(words, withAgent(request.environment(), script, config));
  }

  private static Map<String, Optional<String>> withAgent(
      Map<String, Optional<String>> changes, Path script, Path config) {
    String agent = script.resolveSibling("follow").toString();
    Optional<String> path = changes.getOrDefault(PATH, Optional.ofNullable(System.getenv(PATH)));
    Map<String, Optional<String>> all = new HashMap<>(changes);
    all.put(
        PATH, Optional.of(path.filter(p -> !p.isEmpty()).map(p -> agent + ":" + p).orElse(agent)));
    all.put(FOLLOW, Optional.of(config.toString()));
    return all;
  }

  private static void refuseIsolation(List<String> options) throws LaunchException {
    Optional<String> isolating =
        options.stream().filter(InterpreterArguments::isolates).findFirst();
    if (isolating.isPresent()) {
      throw new LaunchException(
          "a runner cannot be observed with the interpreter's option "
              + isolating.get()
              + ", which keeps Leadline's agent from being found");
    }
  }
}
