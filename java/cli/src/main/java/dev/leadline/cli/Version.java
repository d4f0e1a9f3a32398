package dev.leadline.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    Optional<String> released =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
    return new String[] {
      "Leadline " + released.orElse("(development)"), "Java " + Runtime.version()
    };
  }
}
