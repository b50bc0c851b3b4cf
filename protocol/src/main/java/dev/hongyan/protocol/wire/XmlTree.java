// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML made by strangers (protocol reference 5.5): an element becomes an object, its
 * attributes members named {@code @name}, its children members named as they are; an element with
 * nothing but text becomes that text. No document type, no entities but the built-in ones. What
 * follows the root is not looked at; markup that is broken is read leniently.
 */
final class XmlTree {

  /** A push of eight articles has 20 KB, a quoted one twice that. */
  static final int MAX_LENGTH = 256 << 10;

  /** The deepest real one nests six elements. */
  static final int MAX_DEPTH = 16;

  /** The longest real one has some hundred. */
  static final int MAX_ELEMENTS = 2_048;

  /** A friend request has forty. */
  private static final int MAX_ATTRIBUTES = 128;

  /** Names are code; no real one reaches 32 characters. */
  private static final int MAX_NAME = 64;

  static final XMLInputFactory FACTORY = XMLInputFactory.newFactory();

  static {
    FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    FACTORY.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    FACTORY.setProperty(XMLInputFactory.IS_COALESCING, true);
  }

  private int elements;

  private XmlTree() {}

  /**
   * Reads the element of this name, which is the first of the text if the markup is sound.
   *
   * @throws Unreadable if there is none, or if it is larger or deeper than any real one
   */
  static Tree.Obj read(String root, String text) {
    if (text.length() > MAX_LENGTH) {
      throw new Unreadable("is longer than " + MAX_LENGTH + " characters");
    }
    // A room's prefix or white space may stand before it.
    int start = text.indexOf('<');
    if (start < 0) {
      throw new Unreadable("is no markup");
    }
    String markup = text.substring(start);
    try {
      return new XmlTree().strict(root, markup);
    } catch (XMLStreamException _) {
      return new XmlTree().lenient(root, markup);
    }
  }

  private Tree.Obj strict(String root, String text) throws XMLStreamException {
    XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
    try {
      reader.nextTag();
      if (!reader.getLocalName().equals(root)) {
        throw new XMLStreamException("another root");
      }
      return object(element(reader, 1));
    } finally {
      reader.close();
    }
  }

  /** Reads to the end of the element whose start has been read. */
  private Tree element(XMLStreamReader reader, int depth) throws XMLStreamException {
    Parts parts = parts(depth);
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      parts.attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; ) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          String name = reader.getLocalName();
          parts.child(name, element(reader, depth + 1));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            parts.text.append(reader.getText());
        default -> {}
      }
      event = reader.next();
    }
    return parts.tree();
  }

  private Tree.Obj lenient(String root, String text) {
    // One more level than we take, so that passing the limit shows.
    Parser parser = Parser.xmlParser().setMaxDepth(MAX_DEPTH + 1);
    Element element = Jsoup.parse(text, "", parser).selectFirst(root);
    if (element == null) {
      throw new Unreadable("has no element " + root);
    }
    return object(element(element, 1));
  }

  private Tree element(Element element, int depth) {
    Parts parts = parts(depth);
    for (Attribute attribute : element.attributes()) {
      parts.attribute(attribute.getKey(), attribute.getValue());
    }
    for (Element child : element.children()) {
      parts.child(child.tagName(), element(child, depth + 1));
    }
    element.textNodes().forEach(node -> parts.text.append(node.getWholeText()));
    return parts.tree();
  }

  private Parts parts(int depth) {
    elements++;
    if (elements > MAX_ELEMENTS || depth > MAX_DEPTH) {
      throw new Unreadable("is larger or deeper than any real markup");
    }
    return new Parts();
  }

  private static Tree.Obj object(Tree tree) {
    return tree instanceof Tree.Obj object ? object : new Tree.Obj();
  }

  /** What an element has been found to hold so far. */
  private static final class Parts {

    private final StringBuilder text = new StringBuilder();
    private final Tree.Obj members = new Tree.Obj();

    void attribute(String name, @Nullable String value) {
      if (members.size() == MAX_ATTRIBUTES) {
        throw new Unreadable("has more than " + MAX_ATTRIBUTES + " attributes");
      }
      put("@" + name, new Tree.Plain(value == null ? "" : value));
    }

    /** Children of one name become a list where the first stood. */
    void child(String name, Tree tree) {
      int at = members.find(name, 0);
      if (at < 0) {
        put(name, tree);
      } else if (members.value(at) instanceof Tree.Arr(List<Tree> items)) {
        items.add(tree);
      } else {
        put(name, new Tree.Arr(new ArrayList<>(List.of(members.value(at), tree))));
      }
    }

    private void put(String name, Tree tree) {
      if (name.length() > MAX_NAME) {
        throw new Unreadable("has a name of more than " + MAX_NAME + " characters");
      }
      members.put(name, tree);
    }

    Tree tree() {
      return members.size() == 0 ? new Tree.Plain(text.toString()) : members;
    }
  }
}
