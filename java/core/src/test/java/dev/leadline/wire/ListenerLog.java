package dev.leadline.wire;

import dev.leadline.wire.HeaderRecord.Channels;
import java.nio.charset.StandardCharsets;

/** Keeps what a stream listener receives, for tests. */
final class ListenerLog implements StreamListener {

  private final StringBuilder lines = new StringBuilder();
  private Channels channels;

  @Override
  public void line(byte[] buffer, int from, int to) {
    lines.append(new String(buffer, from, to - from, StandardCharsets.UTF_8)).append('\n');
  }

  @Override
  public void channels(Channels channels) {
    this.channels = channels;
  }

  String lines() {
    return lines.toString();
  }

  Channels channels() {
    return channels;
  }
}
