// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.Body;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes a {@code multipart/form-data} body as browsers do (protocol reference 3.18). */
final class MultipartWriter {

  private final List<Part> parts = new ArrayList<>();

  private record Part(String head, Body content) {}

  boolean isEmpty() {
    return parts.isEmpty();
  }

  void field(String name, String value) {
    parts.add(new Part(disposition(name) + "\r\n\r\n", Body.of(value)));
  }

  void file(String name, FilePart file) {
    String head =
        disposition(name)
            + "; filename=\""
            + quotable(file.fileName())
            + "\"\r\nContent-Type: "
            + file.contentType().replaceAll("[\\r\\n]", "")
            + "\r\n\r\n";
    parts.add(new Part(head, file.bytes()));
  }

  private static String disposition(String name) {
    return "Content-Disposition: form-data; name=\"" + quotable(name) + "\"";
  }

  private static String quotable(String text) {
    return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** The type of the whole, with the boundary. */
  String contentType() {
    return "multipart/form-data; boundary=" + boundary();
  }

  /** All parts; streamed if a file is. */
  Body body() {
    String delimiter = "--" + boundary();
    List<Body> bodies = new ArrayList<>();
    for (Part part : parts) {
      bodies.add(Body.of((bodies.isEmpty() ? "" : "\r\n") + delimiter + "\r\n" + part.head));
      bodies.add(part.content);
    }
    bodies.add(Body.of("\r\n" + delimiter + "--\r\n"));
    return Body.join(bodies);
  }

  /**
   * Made of the fields, among them the session's keys: whoever wrote the file does not know them
   * and cannot have put the boundary into it.
   */
  private String boundary() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Part part : parts) {
        digest.update(part.head.getBytes(StandardCharsets.UTF_8));
        if (part.content.isInMemory()) {
          digest.update(part.content.bytes());
        }
      }
      return "----WebKitFormBoundary" + HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
