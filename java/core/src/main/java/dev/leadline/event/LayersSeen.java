package dev.leadline.event;

import java.util.List;
import java.util.Objects;

/**
 * A frame of the user was entered upon frames that are not the user's, or as the root of a stack.
 * Told once for each such row of frames, on the main thread and on others, on behalf of all
 * functions that stand upon the same.
 *
 * @param thread whose stack it is
 * @param code what the user's frame runs
 * @param depth depth of the user's frame
 * @param level number of user-scope frames beneath it; 0 where the layers go down to the root
 * @param frames the layers between it and the next frame of the user, or the root, the outermost
 *     first
 */
public record LayersSeen(TraceThread thread, Code code, int depth, int level, List<Layer> frames) {

  public LayersSeen {
    Objects.requireNonNull(thread, "thread");
    Objects.requireNonNull(code, "code");
    frames = List.copyOf(frames);
  }
}
