package dev.leadline.check.results;

import dev.leadline.check.expect.Verdict;
import dev.leadline.check.plan.CheckResult;
import dev.leadline.check.plan.CheckResult.CaseResult;
import dev.leadline.check.plan.CheckResult.SuiteResult;
import dev.leadline.report.text.TerminalText;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML, as build servers read it: a test suite for each run and interpreter, a test case for
 * each expectation. Each suite is valid by the schema of Maven Surefire's reports. An expectation
 * whose verdict is unknown is an error. The first case has the time of the whole run, so that the
 * sums that servers make are right.
 */
public final class JunitXml {

  private final Writer out;

  /** One into {@code out}, which encodes as UTF-8 and stays open. */
  public JunitXml(Writer out) {
    this.out = out;
  }

  /** Writes it. */
  public void write(CheckResult result) throws IOException {
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "leadline");
      counts(xml, result.suites());
      for (SuiteResult suite : result.suites()) {
        suite(xml, result, suite);
      }
      newLine(xml, 0);
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.flush();
    } catch (XMLStreamException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getMessage(), e);
    }
    out.flush();
  }

  private static void suite(XMLStreamWriter xml, CheckResult result, SuiteResult suite)
      throws XMLStreamException {
    newLine(xml, 1);
    xml.writeStartElement("testsuite");
    attribute(xml, "name", ResultWords.name(suite));
    counts(xml, List.of(suite));
    xml.writeAttribute("skipped", "0");
    newLine(xml, 2);
    xml.writeStartElement("properties");
    property(xml, "file", result.file());
    property(xml, "run", suite.run());
    property(xml, "python", suite.python());
    newLine(xml, 2);
    xml.writeEndElement();
    Duration took = suite.took();
    for (CaseResult one : suite.cases()) {
      testCase(xml, suite, one, took);
      took = Duration.ZERO;
    }
    newLine(xml, 1);
    xml.writeEndElement();
  }

  private static void testCase(
      XMLStreamWriter xml, SuiteResult suite, CaseResult one, Duration took)
      throws XMLStreamException {
    newLine(xml, 2);
    xml.writeStartElement("testcase");
    attribute(xml, "name", one.title());
    attribute(xml, "classname", "leadline." + word(suite.run()) + "." + word(suite.python()));
    xml.writeAttribute("time", ResultWords.seconds(took.toNanos(), 3));
    switch (one.verdict().kind()) {
      case HOLDS -> {}
      case FAILS -> fault(xml, "failure", one);
      case UNKNOWN -> fault(xml, "error", one);
    }
    xml.writeEndElement();
  }

  private static void fault(XMLStreamWriter xml, String element, CaseResult one)
      throws XMLStreamException {
    newLine(xml, 3);
    xml.writeStartElement(element);
    attribute(xml, "message", ResultWords.message(one));
    xml.writeAttribute("type", ResultWords.word(one.verdict().kind()));
    String lines =
        ResultWords.lines(one).stream().map(XmlText::of).collect(Collectors.joining("\n"));
    xml.writeCharacters(lines);
    xml.writeEndElement();
    newLine(xml, 2);
  }

  private static void counts(XMLStreamWriter xml, List<SuiteResult> suites)
      throws XMLStreamException {
    xml.writeAttribute("tests", sum(suites, Verdict.Kind.values()));
    xml.writeAttribute("failures", sum(suites, Verdict.Kind.FAILS));
    xml.writeAttribute("errors", sum(suites, Verdict.Kind.UNKNOWN));
    long nanos = suites.stream().mapToLong(suite -> suite.took().toNanos()).sum();
    xml.writeAttribute("time", ResultWords.seconds(nanos, 3));
  }

  private static String sum(List<SuiteResult> suites, Verdict.Kind... kinds) {
    List<Verdict.Kind> counted = List.of(kinds);
    return Long.toString(
        suites.stream()
            .flatMap(suite -> suite.cases().stream())
            .filter(one -> counted.contains(one.verdict().kind()))
            .count());
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    newLine(xml, 3);
    xml.writeEmptyElement("property");
    xml.writeAttribute("name", name);
    attribute(xml, "value", value);
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, XmlText.of(value));
  }

  private static void newLine(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /** A part of a class name: servers take all before the last dot for its package. */
  private static String word(String text) {
    return XmlText.of(text.replace('.', '_'));
  }

  /**
   * Text that others wrote, in characters that XML 1.0 can hold.
   *
   * @see <a href="https://www.w3.org/TR/xml/#charsets">Characters</a>
   */
  private static final class XmlText {

    private XmlText() {}

    /**
     * The text, with controls, halves of characters and what turns the direction of reading as
     * Python would escape them; besides these, XML lacks U+FFFE and U+FFFF.
     */
    static String of(String text) {
      return TerminalText.escape(text).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff");
    }
  }
}
