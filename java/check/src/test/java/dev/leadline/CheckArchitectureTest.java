package dev.leadline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which outside library, and that they know each other one way only. */
@AnalyzeClasses(
    packages = {
      "dev.leadline.expect",
      "dev.leadline.golden",
      "dev.leadline.check",
      "dev.leadline.checkfile",
      "dev.leadline.results"
    },
    importOptions = ImportOption.DoNotIncludeTests.class)
class CheckArchitectureTest {

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("dev.leadline.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule yamlIsTheCheckFiles = only("dev.leadline.checkfile", "org.snakeyaml..");

  @ArchTest
  static final ArchRule jacksonIsTheWires =
      noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson..");

  @ArchTest static final ArchRule xmlIsTheResults = only("dev.leadline.results", "javax.xml..");

  @ArchTest
  static final ArchRule plansKnowNothingOfFiles =
      noClasses()
          .that()
          .resideInAnyPackage("dev.leadline.expect", "dev.leadline.golden", "dev.leadline.check")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.leadline.checkfile", "dev.leadline.results");

  @ArchTest
  static final ArchRule standardOutputBelongsToTheProgram =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  private static ArchRule only(String owner, String library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(owner)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}
