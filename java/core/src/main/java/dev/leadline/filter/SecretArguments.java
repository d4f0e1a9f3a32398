package dev.leadline.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hides secrets among the arguments of a program, for what this side writes of them: values of
 * options and variables by their names, and in URLs. The agent's {@code arguments.py} does the same
 * for the header.
 */
public final class SecretArguments {

  private static final String REDACTED = "<redacted>";
  private static final String SCHEME = "://";

  /** {@code --name=value}, {@code name=value} or {@code Name: value}. */
  private static final Pattern ASSIGNED =
      Pattern.compile("(-*[\\p{L}_.-][\\p{L}\\p{N}_.-]*(?:=|: )).*", Pattern.DOTALL);

  private static final Pattern USER = Pattern.compile("^[^/?#\"'<>\\\\\\s]+(?=@)");

  private final List<Glob> globs;

  /** A choice by globs of names, which are matched without case. */
  public SecretArguments(List<String> globs) {
    this.globs = globs.stream().map(glob -> Glob.compile(glob.toLowerCase(Locale.ROOT))).toList();
  }

  /** The arguments, each secret replaced. */
  public List<String> redacted(List<String> words) {
    List<String> shown = new ArrayList<>();
    boolean secret = false;
    for (String word : words) {
      boolean option = word.startsWith("-") && word.length() > 1;
      boolean hidden = secret && !option;
      shown.add(hidden ? REDACTED : shown(word));
      secret = !hidden && option && !isAssigned(word) && isSecret(word);
    }
    return shown;
  }

  private static boolean isAssigned(String word) {
    return ASSIGNED.matcher(word).matches();
  }

  private String shown(String word) {
    Matcher assigned = ASSIGNED.matcher(word);
    return assigned.matches() && isSecret(assigned.group(1).split("=|: ", 2)[0])
        ? assigned.group(1) + REDACTED
        : inUrls(word);
  }

  private boolean isSecret(String name) {
    String bare = name.replaceFirst("^-+", "").toLowerCase(Locale.ROOT);
    String last = bare.substring(bare.lastIndexOf('.') + 1);
    return Stream.of(bare, bare.replace('-', '_'), last.replace('-', '_'))
        .anyMatch(candidate -> globs.stream().anyMatch(glob -> glob.matches(candidate)));
  }

  private String inUrls(String word) {
    if (!word.contains(SCHEME)) {
      return word;
    }
    String[] urls = word.split(SCHEME, -1);
    if (isSecret("password")) {
      for (int i = 1; i < urls.length; i++) {
        urls[i] = USER.matcher(urls[i]).replaceFirst(REDACTED);
      }
    }
    String[] parts = String.join(SCHEME, urls).split("\\?", 2);
    return parts.length == 1
        ? parts[0]
        : parts[0]
            + "?"
            + Arrays.stream(parts[1].split("&", -1))
                .map(field -> isAssigned(field) ? shown(field) : field)
                .collect(Collectors.joining("&"));
  }
}
