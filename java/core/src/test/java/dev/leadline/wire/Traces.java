package dev.leadline.wire;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.wire.read.TraceReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Pieces of traces for tests, and the shortest way to read one. */
public final class Traces {

  /** A header of everything, timed. */
  public static final String HEADER =
      """
      {"record":"header","protocol":1,"agent":"0.1.0","python":{"version":"3.12.1",\
      "implementation":"cpython","executable":"/usr/bin/python3.12","build":"3.12.1 (main)"},\
      "engine":"settrace","program":{"kind":"script","target":"app.py","argv":["app.py","--fast"]},\
      "cwd":"/home/me/project","process":4711,"start_unix_ns":1763683200000000000,"timed":true,\
      "recording":{"cutoff":"auto","module_level":true,"levels":null,\
      "scope":["user","stdlib","site","frozen","generated"],"roots":["/home/me/project"],\
      "include":[],"exclude":[],"function":[],\
      "events":["call","line","return","exception","opcode"],"max_events":null},\
      "stdio":{"stdin":"own","stdout":"fifo","stderr":"piped"},"stdout_fifo":"/tmp/x/stdout"}
      """;

  /** The same, and lines have times. */
  public static final String LINE_TIMES =
      HEADER.replace("\"max_events\":null", "\"max_events\":null,\"line_times\":true");

  /** The main thread. */
  public static final String THREAD =
      """
      {"record":"thread","thread":0,"ident":140230001,"name":"MainThread"}
      """;

  /** An end after a run without complaint. */
  public static final String END =
      """
      {"record":"end","outcome":"completed","detail":"","time_ns":120455,\
      "events":{"call":2,"line":4,"return":2,"exception":1,"opcode":0},"seen":{"user":3,"stdlib":41}}
      """;

  private Traces() {}

  /** The code record of a user's function in app.py; its calls are on its first line. */
  public static String code(int id, String qualname, int firstlineno, boolean base) {
    return code(id, qualname, firstlineno, "user", base);
  }

  /** The code record of a function in app.py. */
  public static String code(int id, String qualname, int firstlineno, String scope, boolean base) {
    String function = qualname.substring(qualname.lastIndexOf('.') + 1);
    return """
        {"record":"code","code":%d,"file":"/home/me/project/app.py","function":"%s","qualname":"%s",\
        "firstlineno":%d,"lineno":%d,"module":"__main__","scope":"%s","base":%s}
        """
        .formatted(id, function, qualname, firstlineno, firstlineno, scope, base);
  }

  /** The source of a file. */
  public static String source(String file, String text) {
    return """
        {"record":"source","file":"%s","text":"%s"}
        """
        .formatted(file, text);
  }

  /** What can run of a file; of its function all behind the name of its first line. */
  public static String executable(String file, String statements, String branch, String function) {
    return """
        {"record":"executable","file":"%s","statements":[%s],"branches":[%s],\
        "functions":[{"first":%s"}]}
        """
        .formatted(file, statements, branch, function);
  }

  /** A batch of the main thread, timed from zero; see {@link Events}. */
  public static String events(String events) {
    return events(0, 0, events);
  }

  /** The header of a process that another one made, after the record of its number. */
  public static String child(int number, int pid, String origin, long parent) {
    return process(number)
        + HEADER
            .replace("\"process\":4711", "\"process\":" + pid)
            .replaceFirst(
                "\"stdio\":.*}",
                "\"origin\":\"" + origin + "\",\"parent\":" + parent + ",\"flush_signal\":null}");
  }

  /** What follows is of the process with that number. */
  public static String process(int number) {
    return "{\"record\":\"process\",\"process\":" + number + "}\n";
  }

  /** Another thread than the main one. */
  public static String thread(int number, String name) {
    return "{\"record\":\"thread\",\"thread\":%d,\"ident\":%d,\"name\":\"%s\"}\n"
        .formatted(number, 100 + number, name);
  }

  /** A batch of any thread, at any time. */
  public static String events(int thread, Number timeNs, String events) {
    return "{\"record\":\"events\",\"thread\":%d,\"time_ns\":%d,\"events\":[%s]}\n"
        .formatted(thread, timeNs, events.replaceFirst(",$", ""));
  }

  /** The base depth of a thread. */
  public static String base(int thread, int code, int depth) {
    return "{\"record\":\"base\",\"thread\":%d,\"code\":%d,\"depth\":%d}\n"
        .formatted(thread, code, depth);
  }

  /** The base depth of a thread on whose stack the program's {@code <module>} is not. */
  public static String base(int thread, int depth) {
    return "{\"record\":\"base\",\"thread\":%d,\"code\":null,\"depth\":%d}\n"
        .formatted(thread, depth);
  }

  /** A fault of the agent. */
  public static String trouble(String text) {
    return "{\"record\":\"trouble\",\"text\":\"" + text + "\",\"time_ns\":1}\n";
  }

  /** A gap in the recording of the main thread. */
  public static String blind(String reason, Number fromNs, Number toNs) {
    return "{\"record\":\"blind\",\"thread\":0,\"reason\":\"%s\",\"from_ns\":%d,\"to_ns\":%d}\n"
        .formatted(reason, fromNs, toNs);
  }

  /** The recording stopped at its limit. */
  public static String limit(int maxEvents, Number timeNs) {
    return "{\"record\":\"limit\",\"max_events\":%d,\"time_ns\":%d}\n".formatted(maxEvents, timeNs);
  }

  /** The frames on a stack. */
  public static String stack(int thread, String frames) {
    return "{\"record\":\"stack\",\"thread\":" + thread + ",\"frames\":[" + frames + "]}\n";
  }

  /** How a process leaves at once. */
  public static String leaving(String how, String detail) {
    return "{\"record\":\"leaving\",\"how\":\"%s\",\"detail\":\"%s\",\"time_ns\":9}\n"
        .formatted(how, detail);
  }

  /** The controller's last word. */
  public static String exit(int status, boolean timedOut) {
    return "{\"record\":\"exit\",\"status\":%d,\"timed_out\":%b,\"events_lost\":false}\n"
        .formatted(status, timedOut);
  }

  /** The exit of a followed process that the controller killed. */
  public static String killed(int process, String why) {
    return new String(new Exit(137, false, false, why).lineOf(process), StandardCharsets.US_ASCII);
  }

  /** The process has sent another one an ending signal. */
  public static String signalled(int receiver, int signal, long timeNs) {
    return "{\"record\":\"signalled\",\"pid\":%d,\"signal\":%d,\"time_ns\":%d}\n"
        .formatted(receiver, signal, timeNs);
  }

  /** All events up to that time are written. */
  public static String flushed(long timeNs) {
    return "{\"record\":\"flushed\",\"time_ns\":" + timeNs + "}\n";
  }

  /** Reads a whole trace into a sink. */
  public static Ending read(String trace, EventSink sink) throws IOException {
    TraceReader reader = new TraceReader(sink, StreamListener.NONE);
    reader.read(stream(trace));
    return reader.finish();
  }

  /** The bytes of a trace. */
  public static InputStream stream(String trace) {
    return new ByteArrayInputStream(trace.getBytes(StandardCharsets.UTF_8));
  }
}
