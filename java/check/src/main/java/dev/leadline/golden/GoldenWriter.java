package dev.leadline.golden;

import dev.leadline.files.ForeignLinks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** Writes a text in place of a file's. */
final class GoldenWriter {

  private final Path file;

  /** For a file, or what a link leads to. */
  GoldenWriter(Path file) throws IOException {
    ForeignLinks.refuse(file);
    this.file = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
  }

  boolean write(String text) throws IOException {
    boolean there = Files.exists(file);
    if (there && saysTheSame(text)) {
      return false;
    }
    Files.createDirectories(file.getParent());
    Path beside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      // not by createTempFile, whose files nobody else may read
      Files.writeString(beside, text, StandardOpenOption.CREATE_NEW);
      if (there) {
        keepMode(beside);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
    return true;
  }

  private boolean saysTheSame(String text) throws IOException {
    // what is no UTF-8 differs, too
    String old = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return old.replace("\r\n", "\n").equals(text);
  }

  private void keepMode(Path beside) throws IOException {
    PosixFileAttributeView mode = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (mode != null) {
      Files.setPosixFilePermissions(beside, mode.readAttributes().permissions());
    }
  }
}
