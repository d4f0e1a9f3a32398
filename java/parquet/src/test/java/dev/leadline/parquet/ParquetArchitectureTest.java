package dev.leadline.parquet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The module knows events, what a format is, and its library. */
@ArchTag("architecture")
@AnalyzeClasses(
    packages = "dev.leadline.parquet",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ParquetArchitectureTest {

  @ArchTest
  static final ArchRule module =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.leadline.parquet",
              "dev.leadline.event",
              "dev.leadline.report.format",
              "org.apache.parquet..",
              "org.apache.hadoop.conf");
}
