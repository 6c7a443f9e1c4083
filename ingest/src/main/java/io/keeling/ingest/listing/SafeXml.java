package io.keeling.ingest.listing;

import java.io.IOException;
import java.io.StringReader;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Parses untrusted XML. Refuses document types, so that the XML cannot declare entities or make us
 * read files or addresses (OWASP, XML External Entity Prevention). Refuses deep nesting, because
 * the readers of the tree recurse.
 */
public final class SafeXml {

  /**
   * Deepest nesting of elements allowed; Atom with XHTML reaches about thirty. Not configurable, as
   * it protects a thread's stack.
   */
  private static final int DEEPEST = 250;

  private SafeXml() {}

  static boolean wellFormed(String text) {
    try {
      parse(text);
      return true;
    } catch (JDOMException | IOException | RuntimeException e) {
      return false; // The parser also throws unchecked exceptions.
    }
  }

  /**
   * @throws JDOMException if the text is not well-formed
   */
  public static Document parse(String text) throws JDOMException, IOException {
    SAXBuilder builder = new SAXBuilder();
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
    builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    builder.setExpandEntities(false);
    builder.setXMLFilter(new DepthLimit());
    return builder.build(new StringReader(text));
  }

  private static final class DepthLimit extends XMLFilterImpl {

    private int depth;

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes)
        throws SAXException {
      if (++depth > DEEPEST) {
        throw new SAXException("nested deeper than " + DEEPEST);
      }
      super.startElement(uri, localName, name, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String name) throws SAXException {
      depth--;
      super.endElement(uri, localName, name);
    }
  }
}
