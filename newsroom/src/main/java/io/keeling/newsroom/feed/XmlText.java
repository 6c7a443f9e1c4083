package io.keeling.newsroom.feed;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML into a string. Used by one thread. */
final class XmlText {

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  XmlText() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** Opens an element; the attributes are names and values in turn. */
  XmlText open(String name, String... attributes) {
    try {
      xml.writeStartElement(name);
      for (int i = 0; i < attributes.length; i += 2) {
        xml.writeAttribute(attributes[i], attributes[i + 1]);
      }
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  XmlText close() {
    try {
      xml.writeEndElement();
      xml.writeCharacters("\n");
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  XmlText text(String words) {
    try {
      xml.writeCharacters(words);
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** An element with nothing but text in it. */
  XmlText leaf(String name, String words, String... attributes) {
    return open(name, attributes).text(words).close();
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static IllegalStateException impossible(XMLStreamException e) {
    return new IllegalStateException("a string can be written", e);
  }
}
