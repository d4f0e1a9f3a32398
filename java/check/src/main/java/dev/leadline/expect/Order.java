package dev.leadline.expect;

import dev.leadline.filter.Glob;
import java.util.List;
import java.util.stream.Collectors;

/** First calls in this order. */
public final class Order implements EachByItself {

  private final List<Glob> functions;

  public Order(List<Glob> functions) {
    this.functions = List.copyOf(functions);
  }

  @Override
  public String title() {
    return "order: "
        + functions.stream().map(Glob::toString).collect(Collectors.joining(" before "));
  }

  @Override
  public Verdict judge(Shown shown) {
    return Verdict.unknown("not judged yet");
  }
}
