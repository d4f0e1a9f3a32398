package dev.leadline.golden;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know the library that finds differences, and what golden traces may know. */
@AnalyzeClasses(packages = "dev.leadline", importOptions = ImportOption.DoNotIncludeTests.class)
class GoldenArchitectureTest {

  @ArchTest
  static final ArchRule differencesAreFoundHereAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.leadline.golden")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.github.difflib..");

  @ArchTest
  static final ArchRule itKnowsNoChecks =
      noClasses()
          .that()
          .resideInAPackage("dev.leadline.golden")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.leadline.check..", "dev.leadline.checkfile..");
}
