package dev.leadline.check.expect;

/** Of how many calls something must hold. */
public enum Quantifier {
  /** Of each. */
  ALWAYS,
  /** Of one at least. */
  EVER
}
