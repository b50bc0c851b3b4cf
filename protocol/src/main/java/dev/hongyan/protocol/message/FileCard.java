// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

/**
 * What the XML of a file to send tells about it (protocol reference 3.16).
 *
 * @param title the file's name, as a person reads it
 * @param totalLength size in bytes; 0 where nothing usable stands
 * @param mediaId what the upload gave
 * @param extension end of the name without its dot; may be empty
 */
public record FileCard(String title, long totalLength, String mediaId, String extension) {

  /** No file. */
  public static final FileCard NONE = new FileCard("", 0, "", "");

  /** Stands in what the web client sends; the desktop client leaves it out. */
  static final String WEB_APP = "wxeb7ec651dd0aefa9";

  /** A file of this name. */
  public static FileCard of(String name, long size, String mediaId) {
    int dot = name.lastIndexOf('.');
    return new FileCard(name, size, mediaId, dot < 0 ? "" : name.substring(dot + 1));
  }

  /** The elements in the web client's order, with a title that breaks nothing. */
  static String write(FileCard card, String appId) {
    return "<appmsg appid='%s' sdkver=''>".formatted(appId)
        + "<title>%s</title><des></des><action></action><type>6</type>"
            .formatted(Markup.escape(card.title))
        + "<content></content><url></url><lowurl></lowurl>"
        + "<appattach><totallen>%d</totallen><attachid>%s</attachid><fileext>%s</fileext>"
            .formatted(card.totalLength, Markup.escape(card.mediaId), Markup.escape(card.extension))
        + "</appattach><extinfo></extinfo></appmsg>";
  }

  /**
   * Reads the four elements that matter, wherever they stand: most clients put the title in
   * unescaped, which makes it no XML at all.
   */
  static FileCard read(String xml) {
    String length = Markup.element(xml, "totallen");
    return new FileCard(
        Markup.element(xml, "title"),
        // Fifteen digits always fit; no file is nearly that long.
        length.matches("\\d{1,15}") ? Long.parseLong(length) : 0,
        Markup.element(xml, "attachid"),
        Markup.element(xml, "fileext"));
  }

  /** The size only: a name is people's words. */
  @Override
  public String toString() {
    return "file of " + totalLength + " bytes";
  }
}
