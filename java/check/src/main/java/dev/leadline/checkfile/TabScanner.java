package dev.leadline.checkfile;

import java.util.function.Supplier;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.scanner.ScannerException;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.Token;

/**
 * The scanner of YAML, which refuses each tab between two tokens, with the tabs that YAML 1.2 and
 * JSON take for white space: those that indent nothing, and in a text that begins with a bracket,
 * where no indentation counts, all.
 */
final class TabScanner implements Scanner {

  private final StreamReader reader;
  private final ScannerImpl scanner;
  private final int[] text;
  private final boolean bracketed;

  /** Of a text. */
  TabScanner(String text, LoaderOptions options) {
    this.reader = new StreamReader(text);
    this.scanner = new ScannerImpl(reader, options);
    this.text = text.codePoints().toArray();
    this.bracketed = text.matches("(?s)\ufeff?\\s*[\\[{].*");
  }

  @Override
  public boolean checkToken(Token.ID choice) {
    return behindTabs(() -> scanner.checkToken(choice));
  }

  @Override
  public boolean checkToken(Token.ID... choices) {
    return behindTabs(() -> scanner.checkToken(choices));
  }

  @Override
  public Token peekToken() {
    return behindTabs(scanner::peekToken);
  }

  @Override
  public Token getToken() {
    return scanner.getToken();
  }

  @Override
  public void resetDocumentIndex() {
    scanner.resetDocumentIndex();
  }

  /** A refusal leaves the scanner as it was, in front of the tab. */
  private <T> T behindTabs(Supplier<T> scan) {
    while (true) {
      try {
        return scan.get();
      } catch (ScannerException e) {
        int at = reader.getIndex();
        if (reader.peek() != '\t' || e.getProblemMark().getIndex() != at || indents(at)) {
          throw e;
        }
        while (reader.peek() == '\t' || reader.peek() == ' ') {
          reader.forward();
        }
      }
    }
  }

  private boolean indents(int tab) {
    int before = tab - 1;
    while (before >= 0 && (text[before] == ' ' || text[before] == '\t')) {
      before--;
    }
    return !bracketed && (before < 0 || text[before] == '\n' || text[before] == '\r');
  }
}
