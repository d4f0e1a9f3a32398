package dev.leadline.checkfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The text of a check file: UTF-8, and no more of it than a person would write. */
final class FileText {

  private static final int LARGEST = 4 << 20;

  private FileText() {}

  /**
   * Reads it.
   *
   * @param name what messages call the file
   */
  static String read(Path file, String name) throws CheckFileException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw failed(name, "it is larger than 4 MiB");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException e) {
      throw failed(name, "there is no such check file");
    } catch (CharacterCodingException e) {
      throw failed(name, "it is not UTF-8");
    } catch (AccessDeniedException e) {
      throw failed(name, "it cannot be read: permission denied");
    } catch (IOException e) {
      throw failed(name, "it cannot be read: " + e.getMessage());
    }
  }

  private static CheckFileException failed(String name, String why) {
    return new CheckFileException(List.of(name + ": " + why));
  }
}
