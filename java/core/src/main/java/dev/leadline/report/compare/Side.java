package dev.leadline.report.compare;

import dev.leadline.compare.Difference;
import dev.leadline.compare.Difference.Occurrence;
import dev.leadline.execution.Activation;
import java.util.Optional;

/**
 * A difference as one side sees it.
 *
 * @param here what this side did
 * @param there what the other side did
 * @param caller the recorded caller on this side
 * @param otherCaller the recorded caller on the other side
 */
record Side(
    Optional<Occurrence> here,
    Optional<Occurrence> there,
    Optional<Activation> caller,
    Optional<Activation> otherCaller) {

  static Side left(Difference difference) {
    return new Side(
        difference.left(), difference.right(), difference.leftCaller(), difference.rightCaller());
  }

  static Side right(Difference difference) {
    return new Side(
        difference.right(), difference.left(), difference.rightCaller(), difference.leftCaller());
  }
}
