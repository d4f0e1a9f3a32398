package dev.leadline.check.golden;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Which packages may use the library that finds differences, and which ones golden traces may use.
 */
@AnalyzeClasses(packages = "dev.leadline", importOptions = ImportOption.DoNotIncludeTests.class)
class GoldenArchitectureTest {

  @ArchTest
  static final ArchRule differencesAreFoundHereAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.leadline.check.golden..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.github.difflib..");

  @ArchTest
  static final ArchRule itKnowsNoChecks =
      noClasses()
          .that()
          .resideInAPackage("dev.leadline.check.golden..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.leadline.check.plan..", "dev.leadline.check.file..");
}
