package dev.leadline.report.format;

import dev.leadline.event.EventSink;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * A format of bytes that a {@link ReportModule} writes. The module is looked for when the format is
 * chosen and not before: on the class path, then in a jar beside that of Leadline, which is there
 * called as the module is. The list has the format where the module is missing, too.
 */
public final class ModuleFormat implements ReportFormat.ForTools {

  private static final String GROUP = "dev.leadline";

  private final Described described;
  private final String module;
  private Optional<ReportModule> found = Optional.empty();

  /**
   * A format in a module.
   *
   * @param module the name of its artifact, as {@code leadline-parquet}
   */
  public ModuleFormat(Described described, String module) {
    this.described = described;
    this.module = module;
  }

  @Override
  public Described described() {
    return described;
  }

  @Override
  public Optional<String> missing() {
    String beside = jar().map(jar -> ", nor is there " + jar).orElse("");
    return missingArtifact()
        .map(
            artifact ->
                "--format "
                    + name()
                    + " is written by the module "
                    + artifact
                    + ", which is not on the class path"
                    + beside);
  }

  @Override
  public Optional<String> missingArtifact() {
    return module().isPresent() ? Optional.empty() : Optional.of(GROUP + ":" + module);
  }

  @Override
  public EventSink open(ReportTarget target) throws IOException {
    Optional<ReportModule> writer = module();
    if (writer.isEmpty()) {
      throw new IOException(missing().orElseThrow());
    }
    return writer.get().open(target);
  }

  private synchronized Optional<ReportModule> module() {
    if (found.isEmpty()) {
      found = in(ModuleFormat.class.getClassLoader()).or(this::inJar);
    }
    return found;
  }

  private Optional<ReportModule> in(ClassLoader loader) {
    try {
      return ServiceLoader.load(ReportModule.class, loader).stream()
          .map(ServiceLoader.Provider::get)
          .filter(writer -> writer.format().equals(name()))
          .findFirst();
    } catch (ServiceConfigurationError e) {
      // a module whose own libraries are not there
      return Optional.empty();
    }
  }

  /** Its loader stays open as long as the JVM runs: the module's classes are loaded late. */
  private Optional<ReportModule> inJar() {
    return jar()
        .filter(Files::isRegularFile)
        .map(ModuleFormat::url)
        .flatMap(
            url -> in(new URLClassLoader(new URL[] {url}, ModuleFormat.class.getClassLoader())));
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where the module's jar would be; empty where Leadline itself is in none. */
  private Optional<Path> jar() {
    CodeSource source = ModuleFormat.class.getProtectionDomain().getCodeSource();
    try {
      Path ours = Path.of(source.getLocation().toURI());
      return Files.isRegularFile(ours)
          ? Optional.of(ours.resolveSibling(module + ".jar"))
          : Optional.empty();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
