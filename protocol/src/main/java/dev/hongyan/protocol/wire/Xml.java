// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.Findings;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads a root element with flat children, as the login page has them (protocol reference 3.4). No
 * document type, no entities but the built-in ones; markup that is broken is read leniently.
 */
final class Xml {

  /** The login page has under a kilobyte; a refusal's words may be longer. */
  private static final int MAX_LENGTH = 256 << 10;

  private static final int MAX_ELEMENTS = 256;

  private Xml() {}

  /**
   * Reads the children of the root element of this name.
   *
   * @throws Unreadable if there is no such root
   */
  static Tree.Obj read(String root, byte[] bytes, Findings findings) {
    if (bytes.length > MAX_LENGTH) {
      throw new Unreadable("is longer than " + MAX_LENGTH + " bytes");
    }
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    try {
      return strict(root, text);
    } catch (XMLStreamException _) {
      Tree.Obj tree = lenient(root, text);
      findings.repaired("", "broken markup read all the same");
      return tree;
    }
  }

  private static Tree.Obj strict(String root, String text) throws XMLStreamException {
    XMLStreamReader reader = XmlTree.FACTORY.createXMLStreamReader(new StringReader(text));
    try {
      reader.nextTag();
      if (!reader.getLocalName().equals(root)) {
        throw new Unreadable("has no element " + root);
      }
      Tree.Obj children = new Tree.Obj();
      while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
        if (children.size() == MAX_ELEMENTS) {
          throw new Unreadable("has more than " + MAX_ELEMENTS + " elements");
        }
        children.put(reader.getLocalName(), new Tree.Plain(reader.getElementText()));
      }
      return children;
    } finally {
      reader.close();
    }
  }

  private static Tree.Obj lenient(String root, String text) {
    Element element = Jsoup.parse(text, "", Parser.xmlParser()).selectFirst(root);
    if (element == null) {
      throw new Unreadable("has no element " + root);
    }
    Tree.Obj children = new Tree.Obj();
    for (Element child : element.children()) {
      if (children.size() == MAX_ELEMENTS) {
        throw new Unreadable("has more than " + MAX_ELEMENTS + " elements");
      }
      children.put(child.tagName(), new Tree.Plain(child.wholeText()));
    }
    return children;
  }
}
