package dev.leadline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Which package may know which outside library, and that they know each other one way only. */
@ArchTag("architecture")
@AnalyzeClasses(
    packages = "dev.leadline.check",
    importOptions = ImportOption.DoNotIncludeTests.class)
class CheckArchitectureTest {

  private static final String EXPECT = "dev.leadline.check.expect..";
  private static final String GOLDEN = "dev.leadline.check.golden..";
  private static final String PLAN = "dev.leadline.check.plan";

  /** What runs, records and compares; what is judged from it. */
  private static final String[] CORE = {
    "dev.leadline.event",
    "dev.leadline.execution",
    "dev.leadline.compare",
    "dev.leadline.causes",
    "dev.leadline.run",
    "dev.leadline.batch",
    "dev.leadline.outputs",
    "dev.leadline.versions",
    "dev.leadline.launch",
    "dev.leadline.launch.facts",
    "dev.leadline.interpreter",
    "dev.leadline.files",
    "dev.leadline.filter",
    "dev.leadline.source",
    "dev.leadline.report.."
  };

  @ArchTest static final ArchRule expectationsKnowCoreAlone = knowsOnly(EXPECT);

  @ArchTest
  static final ArchRule goldenTracesAreExpectations =
      knowsOnly(GOLDEN, EXPECT, "dev.leadline.json", "com.github.difflib..");

  @ArchTest static final ArchRule checksCarryOutWhatIsExpected = knowsOnly(PLAN, EXPECT, GOLDEN);

  @ArchTest
  static final ArchRule notTheWire =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.leadline.wire..");

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("dev.leadline.check.(**)").should().beFreeOfCycles();

  /** Jackson's parser of YAML, with what it is made of. */
  @ArchTest
  static final ArchRule yamlIsTheCheckFiles =
      only("dev.leadline.check.file.node", "com.fasterxml.jackson..", "org.snakeyaml..");

  /** Differences between golden traces are found in linear space. */
  @ArchTest
  static final ArchRule differencesAreTheGoldenTraces = only(GOLDEN, "com.github.difflib..");

  /** Binding is the wire's. */
  @ArchTest
  static final ArchRule nothingIsBound =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson.databind..");

  @ArchTest
  static final ArchRule xmlIsTheResults = only("dev.leadline.check.results", "javax.xml..");

  @ArchTest
  static final ArchRule plansKnowNothingOfFiles =
      noClasses()
          .that()
          .resideInAnyPackage(EXPECT, GOLDEN, PLAN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.leadline.check.file..", "dev.leadline.check.results");

  @ArchTest
  static final ArchRule standardOutputBelongsToTheProgram =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  /** A package that depends on Java, on core, on itself and on these. */
  private static ArchRule knowsOnly(String from, String... to) {
    return classes()
        .that()
        .resideInAPackage(from)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            Stream.of(Stream.of("java..", from), Stream.of(CORE), Stream.of(to))
                .flatMap(names -> names)
                .toArray(String[]::new));
  }

  private static ArchRule only(String owner, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(owner)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }
}
