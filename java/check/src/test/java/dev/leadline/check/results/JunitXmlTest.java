package dev.leadline.check.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.check.plan.CheckResult;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * The schema is {@code surefire-test-report.xsd} of Maven Surefire 3.5.4, unchanged, under the
 * Apache License 2.0.
 */
class JunitXmlTest {

  private static final CheckResult RESULT =
      Results.of(
          Results.suite(
              0, "shop.py", Results.holds("exit: 0"), Results.fails("calls: f exactly 3")),
          Results.suite(1, "old", Results.unknown("exit: 0")),
          Results.suite(2, Results.HOSTILE, Results.hostile()));

  @Test
  void eachSuiteIsValid() throws Exception {
    Schema schema =
        SchemaFactory.newDefaultInstance()
            .newSchema(JunitXmlTest.class.getResource("/xsd/surefire-test-report.xsd"));

    NodeList suites = document(RESULT).getElementsByTagName("testsuite");

    assertThat(suites.getLength()).isEqualTo(3);
    for (int i = 0; i < suites.getLength(); i++) {
      schema.newValidator().validate(new DOMSource(suites.item(i)));
    }
  }

  @Test
  void everyExpectationIsACase() throws Exception {
    Document document = document(RESULT);

    assertThat(document.getDocumentElement().getTagName()).isEqualTo("testsuites");
    assertThat(document.getDocumentElement().getAttribute("tests")).isEqualTo("4");
    assertThat(document.getDocumentElement().getAttribute("failures")).isEqualTo("2");
    assertThat(document.getDocumentElement().getAttribute("errors")).isEqualTo("1");
    Element ran = element(document, "testcase", 0);
    assertThat(ran.getAttribute("name")).isEqualTo("exit: 0");
    assertThat(ran.getAttribute("classname")).isEqualTo("leadline.shop_py.3_12_1");
    assertThat(ran.getAttribute("time")).isEqualTo("1.234");
    assertThat(element(document, "testcase", 1).getAttribute("time")).isEqualTo("0.000");
    Element failure = element(document, "failure", 0);
    assertThat(failure.getParentNode()).isSameAs(element(document, "testcase", 1));
    assertThat(failure.getAttribute("message")).isEqualTo("called 4 times");
    assertThat(failure.getTextContent())
        .isEqualTo("main\n  Order.total\nsee shop.py:17\nexpected in leadline.yaml:12");
    assertThat(element(document, "error", 0).getAttribute("message"))
        .isEqualTo("there is no Python 3.9");
  }

  @Test
  void whatXmlCannotHoldIsShownAsPythonWouldEscapeIt() throws Exception {
    String name = element(document(RESULT), "testcase", 3).getAttribute("name");

    assertThat(name)
        .isEqualTo(
            "\\x1b[31m\\r\\n::set-output name=a::b ##[set-env name=c]d ##vso[task.x]e ##teamcity[f]"
                + " <b>&\"']]>\\u202e\\ud800\\ufffe\\x00 \ud83d\ude00");
  }

  private static Element element(Document document, String tag, int index) {
    return (Element) document.getElementsByTagName(tag).item(index);
  }

  private static Document document(CheckResult result) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text(result))));
  }

  private static String text(CheckResult result) throws IOException {
    StringWriter out = new StringWriter();
    new JunitXml(out).write(result);
    return out.toString();
  }
}
