// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Writes XML anew with other values. Sound markup only, no larger or deeper than real one, without
 * document types and entities: whatever else it is, nothing of it is written.
 */
public final class XmlRevision {

  /** What becomes of names and values. */
  public interface Values {

    /** Whether elements and attributes of this name stay; others go with all that is in them. */
    boolean knows(String name);

    /** What takes the place of an attribute's value, or of a text in an element. */
    String value(String name, String value);
  }

  private final XMLStreamReader reader;
  private final Values values;
  private final StringBuilder out = new StringBuilder();
  private int elements;

  private XmlRevision(XMLStreamReader reader, Values values) {
    this.reader = reader;
    this.values = values;
  }

  /**
   * The root element with other values; what stands around it is dropped.
   *
   * @return nothing if the markup is not sound, or its root is not known
   */
  public static Optional<String> revised(String xml, Values values) {
    if (xml.length() > XmlTree.MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      XMLStreamReader reader = XmlTree.FACTORY.createXMLStreamReader(new StringReader(xml.strip()));
      try {
        int ignored = reader.nextTag();
        assert ignored == XMLStreamConstants.START_ELEMENT;
        XmlRevision revision = new XmlRevision(reader, values);
        revision.element(1);
        return Optional.of(revision.out.toString()).filter(revised -> !revised.isEmpty());
      } finally {
        reader.close();
      }
    } catch (XMLStreamException | Unreadable _) {
      return Optional.empty();
    }
  }

  /** From the start of an element, which has been read, to its end. */
  private void element(int depth) throws XMLStreamException {
    elements++;
    if (elements > XmlTree.MAX_ELEMENTS || depth > XmlTree.MAX_DEPTH) {
      throw new Unreadable("is larger or deeper than any real markup");
    }
    String name = reader.getLocalName();
    int before = out.length();
    out.append('<').append(name);
    attributes();
    out.append('>');
    for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; ) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> element(depth + 1);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(name);
        default -> {}
      }
      event = reader.next();
    }
    if (values.knows(name)) {
      out.append("</").append(name).append('>');
    } else {
      out.setLength(before);
    }
  }

  private void attributes() {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = reader.getAttributeLocalName(i);
      if (values.knows(name)) {
        String value = XmlFields.inAttribute(values.value(name, reader.getAttributeValue(i)));
        out.append(' ').append(name).append("=\"").append(value).append('"');
      }
    }
  }

  private void text(String name) {
    if (values.knows(name)) {
      out.append(XmlFields.escaped(values.value(name, reader.getText())));
    }
  }
}
