package dev.leadline.filter;

import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Recording;

/**
 * Which frames of a process are kept: those that are asked for, of those that were recorded as
 * asked. The program's {@code <module>} is in a trace as structure alone, without its lines, where
 * the recording did not ask for it; such a frame is never kept.
 */
final class FrameFilter {

  private final DepthFilter depths;
  private final CodeFilter codes;
  private final DepthFilter recordedDepths;
  private final CodeFilter recordedCodes;

  FrameFilter(Recording choice, Header header) {
    depths = new DepthFilter(choice);
    codes = new CodeFilter(choice, header);
    recordedDepths = new DepthFilter(header.recording());
    recordedCodes = new CodeFilter(header.recording(), header);
  }

  boolean keeps(Frame frame) {
    return depths.keeps(frame) && codes.keeps(frame.code()) && isRecordedAsAsked(frame);
  }

  private boolean isRecordedAsAsked(Frame frame) {
    return !frame.code().base() || recordedDepths.keeps(frame) && recordedCodes.keeps(frame.code());
  }
}
