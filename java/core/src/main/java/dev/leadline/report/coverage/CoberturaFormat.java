package dev.leadline.report.coverage;

import dev.leadline.report.coverage.FileCoverage.RanStatement;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The XML of Cobertura, document type 04. A directory is a package and a file is a class; file
 * names are relative to one of the sources, which are absolute.
 */
public final class CoberturaFormat extends StatementFormat {

  private static final String DTD = "http://cobertura.sourceforge.net/xml/coverage-04.dtd";
  private static final int WHOLE = 100;

  @Override
  public Described described() {
    return new Described(
        "cobertura", "XML of Cobertura: for GitLab, Jenkins, Azure", "cobertura.xml");
  }

  @Override
  void write(Covered covered, Writer out) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      new Document(covered, xml).write();
      xml.flush();
    } catch (XMLStreamException e) {
      throw e.getNestedException() instanceof IOException io ? io : new IOException(e);
    }
  }

  /** A file, with its name relative to a source. */
  private record Located(String source, String name, FileCoverage file) {

    /** Below the longest of these directories that it is in, or in its own. */
    static Located of(FileCoverage file, List<String> directories) {
      String path = file.path();
      Optional<String> within =
          directories.stream()
              .map(one -> one.endsWith("/") ? one.substring(0, one.length() - 1) : one)
              .filter(one -> path.startsWith(one + "/"))
              .max((one, other) -> Integer.compare(one.length(), other.length()));
      String source = within.orElse(path.substring(0, Math.max(0, path.lastIndexOf('/'))));
      return new Located(source, path.substring(source.length() + 1), file);
    }

    /** The directory as a package has its name: {@code shop.orders}, {@code .} for none. */
    String packageName() {
      int slash = name.lastIndexOf('/');
      return slash < 0 ? "." : name.substring(0, slash).replace('/', '.');
    }
  }

  private static final class Document {
    private final Covered covered;
    private final XMLStreamWriter xml;
    private final List<Located> files = new ArrayList<>();

    Document(Covered covered, XMLStreamWriter xml) {
      this.covered = covered;
      this.xml = xml;
      List<String> directories =
          Stream.concat(
                  covered.header().recording().roots().stream(), Stream.of(covered.header().cwd()))
              .toList();
      covered.files().forEach(file -> files.add(Located.of(file, directories)));
    }

    void write() throws XMLStreamException {
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeDTD("<!DOCTYPE coverage SYSTEM \"" + DTD + "\">");
      begin("coverage", 0);
      rates(covered.files());
      totals();
      begin("sources", 1);
      for (String source : files.stream().map(Located::source).distinct().sorted().toList()) {
        begin("source", 2);
        text(source);
        xml.writeEndElement();
      }
      end(1);
      begin("packages", 1);
      SortedMap<String, List<Located>> packages = new TreeMap<>();
      for (Located file : files) {
        packages.computeIfAbsent(file.packageName(), name -> new ArrayList<>()).add(file);
      }
      for (Map.Entry<String, List<Located>> one : packages.entrySet()) {
        writePackage(one.getKey(), one.getValue());
      }
      end(1);
      end(0);
      xml.writeCharacters("\n");
      xml.writeEndDocument();
    }

    private void totals() throws XMLStreamException {
      long statements = sum(covered.files().stream().map(one -> (long) one.statements().size()));
      long ran = sum(covered.files().stream().map(FileCoverage::statementsRan));
      long branches = sum(covered.files().stream().map(FileCoverage::branches));
      long taken = sum(covered.files().stream().map(FileCoverage::branchesTaken));
      attribute("lines-covered", Long.toString(ran));
      attribute("lines-valid", Long.toString(statements));
      attribute("branches-covered", Long.toString(taken));
      attribute("branches-valid", Long.toString(branches));
      attribute("complexity", "0");
      attribute("version", "leadline " + covered.header().agentVersion());
      long since1970 = TimeUnit.NANOSECONDS.toMillis(covered.header().startUnixNs());
      attribute("timestamp", Long.toString(since1970));
    }

    private void rates(Collection<FileCoverage> some) throws XMLStreamException {
      long statements = sum(some.stream().map(one -> (long) one.statements().size()));
      long ran = sum(some.stream().map(FileCoverage::statementsRan));
      long branches = sum(some.stream().map(FileCoverage::branches));
      long taken = sum(some.stream().map(FileCoverage::branchesTaken));
      attribute("line-rate", rate(ran, statements));
      attribute("branch-rate", rate(taken, branches));
    }

    private static long sum(Stream<Long> numbers) {
      return numbers.mapToLong(Long::longValue).sum();
    }

    private static String rate(long some, long all) {
      return all == 0 ? "1" : String.format(Locale.ROOT, "%.4f", (double) some / all);
    }

    private void writePackage(String name, List<Located> members) throws XMLStreamException {
      begin("package", 2);
      attribute("name", name);
      rates(members.stream().map(Located::file).toList());
      attribute("complexity", "0");
      begin("classes", 3);
      for (Located one : members) {
        writeClass(one);
      }
      end(3);
      end(2);
    }

    private void writeClass(Located file) throws XMLStreamException {
      begin("class", 4);
      attribute("name", file.name().substring(file.name().lastIndexOf('/') + 1));
      attribute("filename", file.name());
      rates(List.of(file.file()));
      attribute("complexity", "0");
      begin("methods", 5);
      xml.writeEndElement();
      begin("lines", 5);
      for (RanStatement one : file.file().statements()) {
        line(one);
      }
      end(5);
      end(4);
    }

    private void line(RanStatement one) throws XMLStreamException {
      begin("line", 6);
      attribute("number", Integer.toString(one.line()));
      attribute("hits", Long.toString(one.count()));
      int all = one.branches().size();
      if (all > 0) {
        attribute("branch", "true");
        String percent = WHOLE * one.taken() / all + "% (" + one.taken() + "/" + all + ")";
        attribute("condition-coverage", percent);
      }
      xml.writeEndElement();
    }

    private void begin(String name, int depth) throws XMLStreamException {
      newLine(depth);
      xml.writeStartElement(name);
    }

    private void end(int depth) throws XMLStreamException {
      newLine(depth);
      xml.writeEndElement();
    }

    private void newLine(int depth) throws XMLStreamException {
      xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void attribute(String name, String value) throws XMLStreamException {
      xml.writeAttribute(name, legal(value));
    }

    private void text(String value) throws XMLStreamException {
      xml.writeCharacters(legal(value));
    }

    /** XML 1.0 has no way to write control characters, nor half of a character. */
    private static String legal(String text) {
      StringBuilder legal = new StringBuilder();
      text.codePoints()
          .map(c -> c < ' ' || Character.getType(c) == Character.SURROGATE ? '?' : c)
          .map(c -> c == 0xfffe || c == 0xffff ? '?' : c)
          .forEach(legal::appendCodePoint);
      return legal.toString();
    }
  }
}
