package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What the executable jar is made of. */
class ExecutableJarTest {

  /** Of Java 6: the JVM takes no older class into its archive. */
  private static final int OLDEST_ARCHIVED = 50;

  @Test
  void allOfItsClassesMayBeArchived() throws IOException {
    try (JarFile jar = new JarFile(Repository.JAR.toFile())) {
      List<JarEntry> classes =
          jar.stream().filter(entry -> entry.getName().endsWith(".class")).toList();

      assertThat(classes).extracting(JarEntry::getName).contains("picocli/CommandLine.class");
      assertThat(classes)
          .allSatisfy(
              entry -> assertThat(version(jar, entry)).isGreaterThanOrEqualTo(OLDEST_ARCHIVED));
    }
  }

  private static int version(JarFile jar, JarEntry entry) {
    try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
      in.readInt(); // the magic number
      in.readUnsignedShort(); // the minor version
      return in.readUnsignedShort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
