package dev.leadline.report.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.IgnoringSink;
import dev.leadline.report.coverage.FileCoverage.RanStatement;
import dev.leadline.report.coverage.StatementFormat.Covered;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

class CoberturaFormatTest {

  @Test
  void aDocumentIsOfItsType() throws Exception {
    Document document =
        parsed(xml(file("/home/me/project/shop/<&\"orders\u0001.py"), file("/x.py")));

    assertThat(attributes(document, "class", "filename"))
        .containsExactly("x.py", "shop/<&\"orders?.py");
    assertThat(attributes(document, "package", "name")).containsExactly(".", "shop");
    assertThat(texts(document, "source")).containsExactly("", "/home/me/project");
    assertThat(attributes(document, "line", "hits")).containsExactly("0", "7", "0", "7");
    assertThat(attributes(document, "line", "condition-coverage"))
        .containsExactly("100%", "50% (1/2)", "100%", "50% (1/2)");
    assertThat(document.getDocumentElement().getAttribute("line-rate")).isEqualTo("0.5000");
  }

  @Test
  void nothingIsADocumentToo() throws Exception {
    assertThat(attributes(parsed(xml()), "coverage", "lines-valid")).containsExactly("0");
  }

  @Test
  void whatIsNotOfTheTypeIsFound() throws IOException {
    String wrong = xml(file("/x.py")).replace("<methods></methods>", "");

    assertThatThrownBy(() -> parsed(wrong)).isInstanceOf(SAXParseException.class);
  }

  private static FileCoverage file(String path) {
    return new FileCoverage(
        path,
        List.of(new RanStatement(1, 0, List.of()), new RanStatement(2, 7, List.of(3L, 0L))),
        List.of());
  }

  private static String xml(FileCoverage... files) throws IOException {
    StringWriter out = new StringWriter();
    new CoberturaFormat().write(new Covered(List.of(files), header()), out);
    return out.toString();
  }

  private static Header header() throws IOException {
    List<Header> headers = new ArrayList<>();
    EventSink sink =
        new IgnoringSink() {
          @Override
          public void header(Header header) {
            headers.add(header);
          }
        };
    Traces.read(Traces.HEADER, sink);
    return headers.get(0);
  }

  private static Document parsed(String xml)
      throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setValidating(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setEntityResolver(
        (publicId, systemId) ->
            new InputSource(CoberturaFormatTest.class.getResourceAsStream("coverage-04.dtd")));
    builder.setErrorHandler(new Refusing());
    return builder.parse(new InputSource(new StringReader(xml)));
  }

  private static List<String> attributes(Document document, String element, String attribute) {
    return elements(document, element).stream().map(one -> one.getAttribute(attribute)).toList();
  }

  private static List<String> texts(Document document, String element) {
    return elements(document, element).stream().map(Element::getTextContent).toList();
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** Each complaint fails the test. */
  private static final class Refusing implements ErrorHandler {
    @Override
    public void warning(SAXParseException complaint) throws SAXException {
      throw complaint;
    }

    @Override
    public void error(SAXParseException complaint) throws SAXException {
      throw complaint;
    }

    @Override
    public void fatalError(SAXParseException complaint) throws SAXException {
      throw complaint;
    }
  }
}
