package dev.leadline.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which: the entry its commands, these their options, all the output. */
@ArchTag("architecture")
@AnalyzeClasses(packages = "dev.leadline.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class CliArchitectureTest {

  private static final String ENTRY = "dev.leadline.cli";
  private static final String COMMAND = "dev.leadline.cli.command";
  private static final String OPTION = "dev.leadline.cli.option";
  private static final String OUTPUT = "dev.leadline.cli.output";

  @ArchTest static final ArchRule command = knowsNothingOf(COMMAND, ENTRY);
  @ArchTest static final ArchRule option = knowsNothingOf(OPTION, ENTRY, COMMAND);

  @ArchTest
  static final ArchRule output = knowsNothingOf(OUTPUT, ENTRY, COMMAND, OPTION, "picocli..");

  private static ArchRule knowsNothingOf(String from, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }
}
