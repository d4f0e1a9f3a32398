package dev.leadline.filter;

import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import java.util.Optional;

/**
 * Which frames of a process are kept: those that are asked for, of those that were recorded as
 * asked. The program's {@code <module>} is in a trace as structure alone, without its lines, where
 * the recording did not ask for it; such a frame is never kept.
 */
final class FrameFilter {

  private final Header header;
  private final DepthFilter depths;
  private final CodeFilter codes;
  private Optional<FrameFilter> recorded = Optional.empty();

  FrameFilter(Recording choice, Header header) {
    this.header = header;
    depths = new DepthFilter(choice);
    codes = new CodeFilter(choice, header);
  }

  boolean keeps(Frame frame) {
    return passes(frame) && (!frame.code().base() || recorded().passes(frame));
  }

  private boolean passes(Frame frame) {
    return depths.keeps(frame) && codes.keeps(frame.code());
  }

  /** That of the recording, which few choices need: most keep no {@code <module>}. */
  private FrameFilter recorded() {
    if (recorded.isEmpty()) {
      recorded = Optional.of(new FrameFilter(header.recording(), header));
    }
    return recorded.get();
  }
}
