package dev.leadline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which: an event's life goes one way. */
@AnalyzeClasses(packages = "dev.leadline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String EVENT = "dev.leadline.event";
  private static final String WIRE = "dev.leadline.wire";
  private static final String CALLTREE = "dev.leadline.calltree";
  private static final String EXECUTION = "dev.leadline.execution";
  private static final String FLOW = "dev.leadline.flow";
  private static final String COMPARE = "dev.leadline.compare";
  private static final String INTERPRETER = "dev.leadline.interpreter";
  private static final String VERSIONS = "dev.leadline.versions";
  private static final String OUTPUTS = "dev.leadline.outputs";
  private static final String DEPTHS = "dev.leadline.depths";
  private static final String RUNS = "dev.leadline.runs";
  private static final String LAUNCH = "dev.leadline.launch";
  private static final String FILES = "dev.leadline.files";
  private static final String SOURCE = "dev.leadline.source";
  private static final String PROCESS = "dev.leadline.process";

  @ArchTest static final ArchRule eventKnowsNobody = knowsOnly(EVENT);
  @ArchTest static final ArchRule wire = knowsOnly(WIRE, EVENT, FILES, "com.fasterxml.jackson..");
  @ArchTest static final ArchRule files = knowsOnly(FILES);
  @ArchTest static final ArchRule filter = knowsOnly("dev.leadline.filter", EVENT);
  @ArchTest static final ArchRule source = knowsOnly(SOURCE, EVENT);
  @ArchTest static final ArchRule calltree = knowsOnly(CALLTREE, EVENT);
  @ArchTest static final ArchRule execution = knowsOnly(EXECUTION, EVENT);
  @ArchTest static final ArchRule flow = knowsOnly(FLOW, EXECUTION);
  @ArchTest static final ArchRule compare = knowsOnly(COMPARE, EVENT, EXECUTION);

  @ArchTest
  static final ArchRule causes =
      knowsOnly(
          "dev.leadline.causes", EVENT, EXECUTION, COMPARE, FLOW, INTERPRETER, LAUNCH, SOURCE);

  @ArchTest
  static final ArchRule report =
      knowsOnly(
          "dev.leadline.report",
          SOURCE,
          EVENT,
          CALLTREE,
          WIRE,
          EXECUTION,
          COMPARE,
          RUNS,
          VERSIONS,
          OUTPUTS,
          DEPTHS);

  @ArchTest static final ArchRule depths = knowsOnly(DEPTHS, EVENT);

  @ArchTest
  static final ArchRule interpreter =
      knowsOnly(INTERPRETER, PROCESS, "org.zeroturnaround.exec..", "org.slf4j..");

  @ArchTest static final ArchRule process = knowsOnly(PROCESS);

  @ArchTest
  static final ArchRule launch =
      knowsOnly(
          LAUNCH, WIRE, EVENT, INTERPRETER, PROCESS, "org.zeroturnaround.exec..", "org.slf4j..");

  @ArchTest static final ArchRule runs = knowsOnly(RUNS, LAUNCH, WIRE, EVENT, INTERPRETER, PROCESS);

  @ArchTest static final ArchRule outputs = knowsOnly(OUTPUTS, RUNS, COMPARE, EVENT, INTERPRETER);

  @ArchTest
  static final ArchRule versions =
      knowsOnly(VERSIONS, RUNS, OUTPUTS, COMPARE, EXECUTION, EVENT, INTERPRETER);

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("dev.leadline.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule reportsTakeOnlyTheTextOfTheWire =
      noClasses()
          .that()
          .resideInAPackage("dev.leadline.report")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("dev\\.leadline\\.wire\\.(?!Json(Text|Object)$).*");

  @ArchTest
  static final ArchRule jacksonIsTheWires =
      noClasses()
          .that()
          .resideOutsideOfPackage(WIRE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule processesAreStartedInTwoPlaces =
      noClasses()
          .that()
          .resideOutsideOfPackages(INTERPRETER, LAUNCH)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.zeroturnaround..");

  @ArchTest
  static final ArchRule noCommandLine =
      noClasses().should().dependOnClassesThat().resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule standardOutputBelongsToTheProgram =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  /** A package that depends on Java, on itself and on these. */
  private static ArchRule knowsOnly(String from, String... to) {
    String[] known = new String[to.length + 2];
    known[0] = "java..";
    known[1] = from;
    System.arraycopy(to, 0, known, 2, to.length);
    return classes()
        .that()
        .resideInAPackage(from)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(known);
  }
}
