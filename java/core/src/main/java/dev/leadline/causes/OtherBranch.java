package dev.leadline.causes;

import static dev.leadline.causes.FactKind.ANNOTATED_CLASS;
import static dev.leadline.causes.FactKind.ANNOTATION;
import static dev.leadline.causes.FactKind.ASYNC_FOR_TAIL;
import static dev.leadline.causes.FactKind.BARE_ANNOTATION;
import static dev.leadline.causes.FactKind.BOOLEAN;
import static dev.leadline.causes.FactKind.COMPREHENSION;
import static dev.leadline.causes.FactKind.CONSTANT;
import static dev.leadline.causes.FactKind.CONSTANT_TEST;
import static dev.leadline.causes.FactKind.DOCSTRING_ONLY;
import static dev.leadline.causes.FactKind.EXCEPT_STAR;
import static dev.leadline.causes.FactKind.GENERATOR_EXPRESSION;
import static dev.leadline.causes.FactKind.JUMP;
import static dev.leadline.causes.FactKind.LEAVING;
import static dev.leadline.causes.FactKind.PASS;
import static dev.leadline.causes.FactKind.SIMPLE;
import static dev.leadline.causes.FactKind.STATEMENT;
import static dev.leadline.causes.FactKind.TERNARY;
import static dev.leadline.causes.FactKind.TEST;
import static dev.leadline.causes.FactKind.WITH_HEADER;
import static dev.leadline.causes.FactKind.WITH_TAIL;

import java.util.Optional;
import java.util.Set;

/**
 * Knows lines by which the program itself went another way. A statement that every interpreter
 * tells of ran on one side only, or it ran more often there and has but one event a run.
 */
final class OtherBranch {

  /** Not every interpreter tells that these ran. */
  private static final Set<FactKind> SILENT =
      Set.of(PASS, CONSTANT, CONSTANT_TEST, JUMP, BARE_ANNOTATION, ANNOTATED_CLASS, DOCSTRING_ONLY);

  /** These have more than one event a run on some interpreters. */
  private static final Set<FactKind> REPEATED =
      Set.of(
          ASYNC_FOR_TAIL,
          BOOLEAN,
          TERNARY,
          COMPREHENSION,
          GENERATOR_EXPRESSION,
          LEAVING,
          WITH_HEADER,
          WITH_TAIL,
          EXCEPT_STAR);

  private static final String ANNOTATE = "__annotate__";

  private OtherBranch() {}

  static boolean took(LineChange change, LineEvidence evidence) {
    int line = change.lineno();
    SourceFacts facts = evidence.facts();
    Optional<Fact> statement = facts.innermost(STATEMENT, line);
    if (statement.isEmpty() || facts.hasAny(SILENT, line) || isRead(line, evidence)) {
      return false;
    }
    Fact fact = statement.get();
    boolean older = evidence.olderRan(fact.first(), fact.last());
    boolean younger = evidence.youngerRan(fact.first(), fact.last());
    return older != younger || ranMoreOften(change, fact, evidence);
  }

  /** Whether it may be an annotation that was read: its lines are told of where that happens. */
  private static boolean isRead(int line, LineEvidence evidence) {
    boolean read =
        evidence.older().helpers().containsKey(ANNOTATE)
            || evidence.younger().helpers().containsKey(ANNOTATE);
    return read && evidence.facts().has(ANNOTATION, line);
  }

  private static boolean ranMoreOften(LineChange change, Fact statement, LineEvidence evidence) {
    int line = change.lineno();
    return !statement.isLong()
        && change.older() != change.younger()
        && evidence.facts().hasAny(Set.of(SIMPLE, TEST), line)
        && !evidence.facts().hasAny(REPEATED, line)
        && !evidence.raisedOnBoth(line);
  }
}
