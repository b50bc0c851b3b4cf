// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.cases;

/** Adds members that nobody knows, wherever the dialect of a body has a place for one. */
final class Strange {

  private static final String NAME = "Colour";

  private Strange() {}

  static String added(String body) {
    if (body.startsWith("window.synccheck={")) {
      return body.replace("{", "{" + NAME + ":\"red\",");
    }
    if (body.startsWith("window.")) {
      return "window." + NAME + "=1;" + body;
    }
    if (body.startsWith("<error>")) {
      return body.replace("<error>", "<error><" + NAME + ">red</" + NAME + ">");
    }
    if (body.startsWith("{")) {
      // Every object of every case has members; none of their texts holds a brace.
      return body.replace("{", "{\"" + NAME + "\": {\"shade\":[1,null,\"x\"]},");
    }
    return body;
  }

  static int count(String body) {
    return (body.length() - body.replace(NAME, "").length())
        / NAME.length()
        / (body.startsWith("<error>") ? 2 : 1);
  }
}
