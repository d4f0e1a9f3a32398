package dev.leadline.causes;

import static dev.leadline.causes.FactKind.ANNOTATED_CLASS;
import static dev.leadline.causes.FactKind.ANNOTATED_DEF;
import static dev.leadline.causes.FactKind.ANNOTATION;
import static dev.leadline.causes.FactKind.ASSERT;
import static dev.leadline.causes.FactKind.ASYNC_FOR_TAIL;
import static dev.leadline.causes.FactKind.BARE_ANNOTATION;
import static dev.leadline.causes.FactKind.BOOLEAN;
import static dev.leadline.causes.FactKind.CHAIN;
import static dev.leadline.causes.FactKind.COMPREHENSION;
import static dev.leadline.causes.FactKind.CONSTANT;
import static dev.leadline.causes.FactKind.CONSTANT_TEST;
import static dev.leadline.causes.FactKind.DECORATED;
import static dev.leadline.causes.FactKind.DEFAULT;
import static dev.leadline.causes.FactKind.DOCSTRING_ONLY;
import static dev.leadline.causes.FactKind.EXCEPT_STAR;
import static dev.leadline.causes.FactKind.FSTRING;
import static dev.leadline.causes.FactKind.GENERATOR_EXPRESSION;
import static dev.leadline.causes.FactKind.JUMP;
import static dev.leadline.causes.FactKind.LEAVING;
import static dev.leadline.causes.FactKind.MANY;
import static dev.leadline.causes.FactKind.PASS;
import static dev.leadline.causes.FactKind.PERCENT;
import static dev.leadline.causes.FactKind.TARGET;
import static dev.leadline.causes.FactKind.TERNARY;
import static dev.leadline.causes.FactKind.WITH;
import static dev.leadline.causes.FactKind.WITH_HEADER;
import static dev.leadline.causes.FactKind.WITH_TAIL;

import dev.leadline.causes.LineEvidence.LineChange;
import java.util.List;

/** What interpreters tell other lines of. The first entry that fits is taken. */
final class LineCatalogue {

  private static final String BPO_12458 = "https://bugs.python.org/issue12458";
  private static final String BPO_17611 = "https://bugs.python.org/issue17611";
  private static final String PEP_626 = "PEP 626";

  private LineCatalogue() {}

  static final List<KnownLines> ENTRIES =
      List.of(
          KnownLines.of("pep-626", "every statement has a line event", PEP_626)
              .changedIn(Release.of(10))
              .at(PASS, CONSTANT, CONSTANT_TEST, JUMP)
              .where((change, evidence) -> change.gained())
              .because(
                  "line %s does nothing, or tests a constant: the compiler left it out until 3.10"
                      + " gave every statement its event"),
          KnownLines.of("endless-loops", "an endless loop has no line of its own", BPO_17611)
              .changedIn(Release.of(8))
              .at(CONSTANT_TEST)
              .where((change, evidence) -> change.lost())
              .because(
                  "line %s begins a loop whose test is constant: its block was set up there until"
                      + " 3.8 did away with blocks of loops"),
          KnownLines.of("with-items", "leaving a with visits each of its items", "gh-93691")
              .changedIn(Release.of(11), Release.of(12, 6), Release.of(13))
              .at(WITH_HEADER, WITH_TAIL)
              .because(
                  "line %s belongs to a with: at which lines its managers are left, one after the"
                      + " other, changed in 3.11, 3.12.6 and 3.13"),
          KnownLines.of("with-exit", "leaving a with comes back to its line", PEP_626)
              .changedIn(Release.of(10))
              .at(WITH)
              .where(LineCatalogue::leavesWith)
              .because(
                  "line %s is where a with is left: from 3.10 on it is left at its first line"),
          KnownLines.of(
                  "with-swallows",
                  "a with that swallows an exception reports the line again",
                  "https://bugs.python.org/issue33387")
              .changedIn(Release.of(9))
              .at(WITH)
              .where((change, evidence) -> evidence.raisedOnBoth(change.lineno()))
              .because(
                  "line %s raised within a with that swallowed the exception, which 3.9 tells with"
                      + " one more event there"),
          KnownLines.of(
                  "leaving-try",
                  "return, break and continue are reported again after finally",
                  BPO_17611)
              .changedIn(Release.of(8), Release.of(9), Release.of(10))
              .at(LEAVING)
              .where(LineCatalogue::isNoPartOfMany)
              .because(
                  "line %s leaves a try with finally or an except with a name: 3.8 and 3.9 come back"
                      + " to it once that is done, the others do not"),
          KnownLines.of("decorators", "decorators are called at their own lines", "gh-90392")
              .changedIn(Release.of(11))
              .at(DECORATED)
              .because(
                  "line %s has a decorator, or what it decorates: since 3.11 the interpreter comes"
                      + " back to a decorator's line to call it"),
          KnownLines.of(
                  "decorated-def",
                  "a decorated function has a line for its def",
                  "https://bugs.python.org/issue34876")
              .changedIn(Release.of(8))
              .at(DECORATED)
              .because("line %s is a def or class below its decorators, which 3.8 reports, too"),
          KnownLines.of("pep-649", "annotations are evaluated when they are read", "PEP 649")
              .changedIn(Release.of(14))
              .at(ANNOTATION, BARE_ANNOTATION, ANNOTATED_DEF, ANNOTATED_CLASS)
              .because(
                  "line %s has an annotation, or belongs to a class with some: since 3.14 they are"
                      + " not evaluated until they are read"),
          KnownLines.of(
                  "annotation-tuple",
                  "annotations of a function are made one by one",
                  "https://bugs.python.org/issue42202")
              .changedIn(Release.of(10))
              .at(ANNOTATED_DEF)
              .because(
                  "line %s is in the header of a function with annotations: since 3.10 they are put"
                      + " into a tuple, name by name"),
          KnownLines.of("docstring-only", "a function of a docstring returns elsewhere", PEP_626)
              .changedIn(Release.of(7), Release.of(10))
              .at(DOCSTRING_ONLY)
              .because(
                  "line %s is all that a function with nothing but a docstring has: 3.7 and 3.10"
                      + " changed at which line it returns"),
          KnownLines.of(
                  "async-for-end",
                  "the end of an async for is reported at its last statement",
                  "https://bugs.python.org/issue33387")
              .changedIn(Release.of(9), Release.of(10))
              .at(ASYNC_FOR_TAIL)
              .because(
                  "line %s ends the body of an async for: 3.9 alone comes back to it when there is"
                      + " nothing more to iterate over"),
          KnownLines.of(
                  "default-lines", "constant defaults are put together elsewhere", "gh-126835")
              .changedIn(Release.of(10), Release.of(14))
              .at(DEFAULT)
              .because(
                  "line %s has the default of an argument: constants are folded into a tuple, which"
                      + " 3.10 to 3.13 report at its line"),
          KnownLines.of("except-star", "except* ends without a line", "PEP 654")
              .changedIn(Release.of(12), Release.of(13), Release.of(14), Release.of(15))
              .at(EXCEPT_STAR)
              .because("line %s is in a try with except*, whose own work has no line since 3.12"),
          KnownLines.of("pep-709", "comprehensions run in their function", "PEP 709")
              .changedIn(Release.of(12))
              .at(COMPREHENSION)
              .because(
                  "line %s has a comprehension: since 3.12 it runs without a frame, and its rounds"
                      + " are lines of the function"),
          KnownLines.of(
                  "comprehension-lines",
                  "the rounds of a comprehension have other lines",
                  BPO_12458)
              .changedIn(
                  Release.of(7),
                  Release.of(8),
                  Release.of(10),
                  Release.of(11),
                  Release.of(12),
                  Release.of(13),
                  Release.of(15))
              .at(COMPREHENSION, GENERATOR_EXPRESSION)
              .where(LineCatalogue::inMany)
              .because(
                  "line %s is in a comprehension over several lines: at which of its lines a round begins and ends"
                      + " differs between releases"),
          KnownLines.of(
                  "multi-line",
                  "expressions over several lines are reported line by line",
                  BPO_12458)
              .changedIn(Release.of(8))
              .at(MANY)
              .because(
                  "line %s is in an expression over several lines: since 3.8 each part has its own"
                      + " line, and a call comes back to where it begins"),
          KnownLines.of("fstring-lines", "parts of an f-string have lines of their own", "PEP 701")
              .changedIn(Release.of(9), Release.of(12))
              .at(FSTRING)
              .where(LineCatalogue::inMany)
              .because(
                  "line %s is in an f-string over several lines, whose parts have had other lines"
                      + " with each parser, 3.9's and 3.12's"),
          KnownLines.of("part-lines", "parts of a long expression have lines of their own", PEP_626)
              .changedIn(Release.of(10))
              .at(CHAIN, TARGET)
              .where(LineCatalogue::inMany)
              .because(
                  "line %s is in a chain of attributes or a target over several lines: since 3.10"
                      + " each part has its own line"),
          KnownLines.of(
                  "percent-format",
                  "simple % formatting is compiled as an f-string",
                  "https://bugs.python.org/issue28307")
              .changedIn(Release.of(11))
              .at(PERCENT)
              .where(LineCatalogue::inMany)
              .because("line %s formats a constant with %%, which 3.11 compiles into its parts"),
          KnownLines.of(
                  "no-revisit",
                  "conditions over several lines do not come back to their beginning",
                  "gh-98390")
              .changedIn(Release.of(12))
              .at(BOOLEAN, TERNARY, ASSERT)
              .where(LineCatalogue::inMany)
              .because(
                  "line %s is in a condition over several lines: since 3.12 the interpreter does not"
                      + " go back to its first line"),
          KnownLines.of(
                  "one-line-conditions",
                  "parts of a condition on one line have events",
                  "gh-136190")
              .changedIn(Release.of(10), Release.of(12), Release.of(13))
              .at(TERNARY, BOOLEAN)
              .where((change, evidence) -> !inMany(change, evidence))
              .because(
                  "line %s has an and, an or, or a conditional expression: whether its parts have an"
                      + " event of their own differs between releases"),
          KnownLines.of("position-lines", "code has exact positions", "PEP 657")
              .changedIn(Release.of(11))
              .at(MANY)
              .because(
                  "line %s is in an expression over several lines, which 3.11 gave exact positions"));

  /** In 3.8 parts of long expressions have got lines of their own: that comes first. */
  private static boolean isNoPartOfMany(LineChange change, LineEvidence evidence) {
    return !inMany(change, evidence) || !evidence.releases().partedBy(Release.of(8));
  }

  private static boolean inMany(LineChange change, LineEvidence evidence) {
    return evidence.facts().has(MANY, change.lineno());
  }

  private static boolean leavesWith(LineChange change, LineEvidence evidence) {
    SourceFacts facts = evidence.facts();
    int line = change.lineno();
    return facts.has(WITH_HEADER, line)
        || facts.has(WITH_TAIL, line)
        || facts.has(LEAVING, line)
        || evidence.raisedOnBoth(line);
  }
}
