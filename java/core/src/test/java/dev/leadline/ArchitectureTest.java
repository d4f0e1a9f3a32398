package dev.leadline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which: an event's life goes one way. */
@ArchTag("architecture")
@AnalyzeClasses(packages = "dev.leadline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String EVENT = "dev.leadline.event";
  private static final String STACKS = "dev.leadline.stacks";
  private static final String JSON = "dev.leadline.json";
  private static final String WIRE = "dev.leadline.wire";
  private static final String WIRE_ALL = "dev.leadline.wire..";
  private static final String CALLTREE = "dev.leadline.calltree";
  private static final String EXECUTION = "dev.leadline.execution";
  private static final String FLOW = "dev.leadline.flow";
  private static final String COMPARE = "dev.leadline.compare";
  private static final String INTERPRETER = "dev.leadline.interpreter";
  private static final String VERSIONS = "dev.leadline.versions";
  private static final String OUTPUTS = "dev.leadline.outputs";
  private static final String DEPTHS = "dev.leadline.depths";
  private static final String RUN = "dev.leadline.run";
  private static final String BATCH = "dev.leadline.batch";
  private static final String REPORT = "dev.leadline.report";
  private static final String REPORT_TEXT = "dev.leadline.report.text";
  private static final String REPORT_HTML = "dev.leadline.report.html";
  private static final String REPORT_PAGE = "dev.leadline.report.page";
  private static final String REPORT_PROFILE = "dev.leadline.report.profile";
  private static final String REPORT_COVERAGE = "dev.leadline.report.coverage";
  private static final String REPORT_FORMAT = "dev.leadline.report.format";
  private static final String LAUNCH = "dev.leadline.launch";
  private static final String STREAMS = "dev.leadline.launch.streams";
  private static final String CHILDREN = "dev.leadline.launch.children";
  private static final String SIGNALS = "dev.leadline.launch.signals";
  private static final String LAUNCH_FILES = "dev.leadline.launch.files";
  private static final String FACTS = "dev.leadline.launch.facts";
  private static final String ZT_EXEC = "org.zeroturnaround.exec..";
  private static final String SLF4J = "org.slf4j..";
  private static final String FILES = "dev.leadline.files";
  private static final String SOURCE = "dev.leadline.source";
  private static final String PROCESS = "dev.leadline.process";

  @ArchTest static final ArchRule eventDependsOnNoOtherPackage = knowsOnly(EVENT);
  @ArchTest static final ArchRule stacks = knowsOnly(STACKS, EVENT);

  @ArchTest static final ArchRule json = knowsOnly(JSON, "com.fasterxml.jackson..");
  @ArchTest static final ArchRule wire = knowsOnly(WIRE, RUN, EVENT, JSON);

  @ArchTest
  static final ArchRule wireRead =
      knowsOnly(WIRE + ".read", WIRE, EVENT, JSON, STACKS, "com.fasterxml.jackson.core..");

  @ArchTest
  static final ArchRule wireWrite = knowsOnly(WIRE + ".write", WIRE, EVENT, JSON, STACKS, FILES);

  @ArchTest static final ArchRule files = knowsOnly(FILES);
  @ArchTest static final ArchRule filter = knowsOnly("dev.leadline.filter", EVENT, STACKS);
  @ArchTest static final ArchRule source = knowsOnly(SOURCE, EVENT);
  @ArchTest static final ArchRule calltree = knowsOnly(CALLTREE, EVENT, STACKS);
  @ArchTest static final ArchRule execution = knowsOnly(EXECUTION, EVENT, STACKS, SOURCE);
  @ArchTest static final ArchRule flow = knowsOnly(FLOW, EXECUTION);
  @ArchTest static final ArchRule compare = knowsOnly(COMPARE, EVENT, EXECUTION);

  @ArchTest
  static final ArchRule causes =
      knowsOnly("dev.leadline.causes", EVENT, EXECUTION, COMPARE, FLOW, INTERPRETER, FACTS, SOURCE);

  @ArchTest
  static final ArchRule reportText = knowsOnly(REPORT_TEXT, EVENT, CALLTREE, SOURCE, JSON);

  @ArchTest static final ArchRule reportPage = knowsOnly(REPORT_PAGE, REPORT_TEXT, JSON);

  @ArchTest
  static final ArchRule reportFormat =
      knowsOnly(REPORT_FORMAT, REPORT_TEXT, EVENT, SOURCE, INTERPRETER, FACTS);

  @ArchTest
  static final ArchRule report =
      knowsOnly(
          REPORT,
          REPORT_HTML,
          REPORT_PROFILE,
          REPORT_COVERAGE,
          REPORT_FORMAT,
          REPORT_TEXT,
          EVENT,
          STACKS,
          CALLTREE,
          SOURCE,
          JSON);

  @ArchTest
  static final ArchRule reportProfile =
      knowsOnly(REPORT_PROFILE, REPORT_FORMAT, REPORT_TEXT, EVENT, STACKS, CALLTREE, JSON);

  @ArchTest
  static final ArchRule reportCoverage =
      knowsOnly(
          REPORT_COVERAGE,
          REPORT_FORMAT,
          EVENT,
          STACKS,
          SOURCE,
          INTERPRETER,
          FACTS,
          JSON,
          "javax.xml.stream..");

  @ArchTest
  static final ArchRule reportHtml =
      knowsOnly(
          REPORT_HTML,
          REPORT_PAGE,
          REPORT_FORMAT,
          REPORT_TEXT,
          EVENT,
          STACKS,
          CALLTREE,
          SOURCE,
          JSON);

  @ArchTest
  static final ArchRule reportCompare =
      knowsOnly(
          REPORT + ".compare",
          REPORT_PAGE,
          REPORT_FORMAT,
          REPORT_TEXT,
          EVENT,
          SOURCE,
          JSON,
          EXECUTION,
          COMPARE,
          BATCH,
          VERSIONS,
          OUTPUTS);

  @ArchTest
  static final ArchRule reportDepths =
      knowsOnly(REPORT + ".depths", REPORT_PAGE, REPORT_FORMAT, REPORT_TEXT, EVENT, DEPTHS, JSON);

  @ArchTest static final ArchRule depths = knowsOnly(DEPTHS, EVENT);

  @ArchTest static final ArchRule interpreter = knowsOnly(INTERPRETER, PROCESS, ZT_EXEC, SLF4J);

  @ArchTest static final ArchRule run = knowsOnly(RUN, EVENT, INTERPRETER);

  @ArchTest static final ArchRule process = knowsOnly(PROCESS);

  @ArchTest
  static final ArchRule launch =
      knowsOnly(
          LAUNCH,
          "dev.leadline.launch..",
          RUN,
          WIRE_ALL,
          EVENT,
          INTERPRETER,
          PROCESS,
          FILES,
          ZT_EXEC,
          SLF4J);

  @ArchTest static final ArchRule streams = knowsOnly(STREAMS, WIRE_ALL, FILES);
  @ArchTest static final ArchRule signals = knowsOnly(SIGNALS, PROCESS, ZT_EXEC, SLF4J);
  @ArchTest static final ArchRule launchFiles = knowsOnly(LAUNCH_FILES, LAUNCH, SIGNALS);

  @ArchTest
  static final ArchRule children =
      knowsOnly(CHILDREN, LAUNCH, STREAMS, SIGNALS, RUN, WIRE_ALL, PROCESS);

  @ArchTest
  static final ArchRule facts =
      knowsOnly(FACTS, EVENT, LAUNCH, LAUNCH_FILES, STREAMS, INTERPRETER, ZT_EXEC, SLF4J);

  @ArchTest
  static final ArchRule roomsOfLaunchKnowItsExceptionAlone =
      noClasses()
          .that()
          .resideInAPackage("dev.leadline.launch.*")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("dev\\.leadline\\.launch\\.(?!LaunchException$)[A-Z].*");

  @ArchTest
  static final ArchRule streamsAndChildrenAreInternal =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.leadline.launch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(STREAMS, CHILDREN);

  @ArchTest
  static final ArchRule batch =
      knowsOnly(BATCH, RUN, LAUNCH, SIGNALS, LAUNCH_FILES, WIRE_ALL, EVENT, INTERPRETER, PROCESS);

  @ArchTest
  static final ArchRule outputs = knowsOnly(OUTPUTS, RUN, BATCH, COMPARE, EVENT, INTERPRETER);

  @ArchTest
  static final ArchRule versions =
      knowsOnly(VERSIONS, RUN, BATCH, OUTPUTS, COMPARE, EXECUTION, EVENT, INTERPRETER);

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("dev.leadline.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule jacksonIsTheWires =
      noClasses()
          .that()
          .resideOutsideOfPackages(WIRE + "..", JSON)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule processesAreStartedInTwoPlaces =
      noClasses()
          .that()
          .resideOutsideOfPackages(INTERPRETER, "dev.leadline.launch..")
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
