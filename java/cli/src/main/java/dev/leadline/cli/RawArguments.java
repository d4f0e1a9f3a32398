package dev.leadline.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The command line with the bytes that Java cannot decode. On Linux any bytes may stand there; Java
 * replaces those that are not UTF-8, and Python keeps each as a lone surrogate (PEP 383). The agent
 * takes these surrogates back into bytes, so we write them as Python does.
 */
final class RawArguments {

  private static final char REPLACEMENT = '\ufffd';
  private static final char FIRST_ESCAPE = '\udc00';
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  private RawArguments() {}

  /** The arguments as they are, where Java has replaced something and the original can be read. */
  static String[] restore(String[] args) {
    if (Arrays.stream(args).noneMatch(arg -> arg.indexOf(REPLACEMENT) >= 0)) {
      return args;
    }
    try {
      return restore(args, Files.readAllBytes(COMMAND_LINE));
    } catch (IOException e) {
      return args; // not on Linux: what Java has is all there is
    }
  }

  /** The same, with the command line of the process: its words, each with a NUL behind it. */
  static String[] restore(String[] args, byte[] commandLine) {
    List<byte[]> words = words(commandLine);
    List<byte[]> last = words.subList(Math.max(0, words.size() - args.length), words.size());
    String[] seen =
        last.stream().map(word -> new String(word, StandardCharsets.UTF_8)).toArray(String[]::new);
    return Arrays.equals(seen, args)
        ? last.stream().map(RawArguments::escaped).toArray(String[]::new)
        : args;
  }

  private static List<byte[]> words(byte[] commandLine) {
    List<byte[]> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < commandLine.length; i++) {
      if (commandLine[i] == 0) {
        words.add(Arrays.copyOfRange(commandLine, start, i));
        start = i + 1;
      }
    }
    return words;
  }

  private static String escaped(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (FIRST_ESCAPE + (in.get() & 0xff)));
      }
      decoder.reset();
      result = decoder.decode(in, out, true);
    }
    return out.flip().toString();
  }
}
