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
 * Parses XML from strangers: no document type, hence no entities of their own and no files or
 * addresses read on their behalf (OWASP, XML External Entity Prevention), and no deeper nesting
 * than any feed needs, for what reads the tree afterwards recurses.
 */
public final class SafeXml {

  /**
   * Deepest nesting of elements. Chosen: Atom with XHTML content reaches about thirty. No setting:
   * what a thread's stack bears does not change with the operator.
   */
  private static final int DEEPEST = 250;

  private SafeXml() {}

  /** Whether a strict parser accepts the text. */
  static boolean wellFormed(String text) {
    try {
      parse(text);
      return true;
    } catch (JDOMException | IOException | RuntimeException e) {
      return false; // The JDK's parser lets exceptions through for characters that are none.
    }
  }

  /** Throws {@link JDOMException} or {@link IOException} if the text is not well-formed. */
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
