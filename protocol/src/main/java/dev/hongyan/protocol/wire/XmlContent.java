// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.Findings;
import dev.hongyan.protocol.shape.Shape;
import java.util.Optional;

/**
 * The XML within a message (protocol reference 5.6 to 5.13), told once and used in both directions.
 * Members whose names begin with {@code @} are attributes.
 *
 * @param <T> what it tells about
 * @param root name of the root element
 * @param layout how it is set
 * @param passage the description
 */
public record XmlContent<T>(String root, Layout layout, Shape.Passage<T> passage) {

  /** How elements are set on the wire; the service is not of one mind. */
  public enum Layout {

    /** Every element has its end tag. */
    PAIRED(""),

    /** The same, and every text is a section of character data. */
    SECTIONS(""),

    /** An element of attributes only ends in {@code />}. */
    TIGHT("/>"),

    /** An element of attributes only ends in a blank and {@code />}. */
    SPACED(" />");

    private final String end;

    Layout(String end) {
      this.end = end;
    }

    /** What ends an element of attributes only; empty for an end tag. */
    String end() {
      return end;
    }
  }

  /**
   * Reads what a message's XML tells.
   *
   * @param xml no longer escaped as a whole
   * @param fallback what is known without it, and stays where the XML is silent
   * @return nothing if there is no such element, or it lacks what is required of it
   */
  public Optional<T> read(String xml, T fallback) {
    try {
      Tree.Obj tree = XmlTree.read(root, xml);
      return Optional.of(TreeFields.read(tree, new Shape<>(fallback, passage), Findings.IGNORED));
    } catch (Unreadable _) {
      return Optional.empty();
    }
  }

  /** The XML, not yet escaped as a whole. */
  public String write(T value) {
    return XmlFields.write(root, layout, passage, value);
  }
}
