package dev.leadline.cli.option;

import dev.leadline.report.text.ReportStyle;
import dev.leadline.report.text.ReportStyle.Detail;
import dev.leadline.report.text.ReportStyle.Detail.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** How much of a trace a report for people shows. */
public final class DetailOptions {

  private static final double HUNDRED = 100;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--top",
      paramLabel = "N",
      converter = Converters.Count.class,
      description = "tree, summary: only the N heaviest call paths or functions, sorted by time.")
  private Optional<Integer> top = Optional.empty();

  @Option(
      names = "--min",
      paramLabel = "PERCENT",
      converter = Percent.class,
      description =
          "tree, summary: nothing below this share of the time, and sorted by it. Default: 0.5 on a"
              + " terminal, else everything in the order of the first calls.")
  private Optional<Double> min = Optional.empty();

  @Option(names = "--all", description = "tree, summary: all that a terminal does not get.")
  private boolean all;

  @Option(
      names = "--no-fold",
      description = "tree: each call of a recursion, each import and each passing call apart.")
  private boolean unfolded;

  @Option(
      names = "--threads",
      description =
          "tree, summary: each thread apart; else three and more that begin with the same function"
              + " are one tree, and the summary is of all threads.")
  private boolean threads;

  @Option(
      names = "--group",
      negatable = true,
      description =
          "lines: the lines of a call stand under it, as on a terminal; --no-group has the place of"
              + " each event on its line, for grep.")
  private Boolean grouped;

  void check() {
    if (all && (top.isPresent() || min.isPresent())) {
      throw wrong("--all contradicts " + (top.isPresent() ? "--top" : "--min"));
    }
    if (top.filter(number -> number == 0).isPresent()) {
      throw wrong("--top needs a number from 1 on");
    }
  }

  /** The options that were given and make no difference where these choices alone do. */
  List<String> withoutEffect(Set<Choice> choices) {
    Map<String, Choice> given = new LinkedHashMap<>();
    top.ifPresent(number -> given.put("--top", Choice.AMOUNT));
    min.ifPresent(percent -> given.put("--min", Choice.AMOUNT));
    if (all) {
      given.put("--all", Choice.AMOUNT);
    }
    if (unfolded) {
      given.put("--no-fold", Choice.FOLDING);
    }
    if (threads) {
      given.put("--threads", Choice.MERGING);
    }
    if (grouped != null) {
      given.put(grouped ? "--group" : "--no-group", Choice.GROUPING);
    }
    given.values().removeAll(choices);
    return List.copyOf(given.keySet());
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  /** The style with the detail that was asked for. */
  ReportStyle over(ReportStyle style) {
    Detail usual = style.detail();
    boolean chosen = top.isPresent() || min.isPresent();
    double least = all ? 0 : usual.least();
    Detail detail =
        new Detail(
            min.map(percent -> percent / HUNDRED).orElse(least),
            top.orElse(0),
            usual.sorted() || chosen,
            !unfolded,
            !threads,
            grouped == null ? usual.grouped() : grouped);
    return new ReportStyle(style.colour(), style.width(), detail);
  }

  /** {@code 1}, {@code 0.5%}. */
  static final class Percent implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      String number = text.replaceFirst(" ?%$", "");
      double percent = number.matches("\\d{1,3}(\\.\\d{1,9})?") ? Double.parseDouble(number) : -1;
      if (percent < 0 || percent > HUNDRED) {
        throw new TypeConversionException("'" + text + "' is not a percentage like 1% or 0.5%");
      }
      return percent;
    }
  }
}
