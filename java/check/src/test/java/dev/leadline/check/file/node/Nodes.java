package dev.leadline.check.file.node;

import java.util.LinkedHashSet;
import java.util.Set;

/** Nodes of texts that are right, or refused as a whole. */
public final class Nodes {

  private interface Reading {
    public Node read(Set<Problem> problems) throws UnreadableException;
  }

  private Nodes() {}

  public static Node read(String text) throws UnreadableException {
    return refusing(problems -> NodeReader.read(text, problems));
  }

  static Node readYaml(String text) throws UnreadableException {
    return refusing(problems -> NodeReader.readYaml(text, problems));
  }

  private static Node refusing(Reading reading) throws UnreadableException {
    Set<Problem> problems = new LinkedHashSet<>();
    Node node = reading.read(problems);
    if (!problems.isEmpty()) {
      Problem first = problems.iterator().next();
      throw new UnreadableException(first.mark(), first.message());
    }
    return node;
  }
}
