// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.cases;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An HTTP message in a file: its first line, header lines, an empty line, and the body to the last
 * byte. Lines end with a line feed alone, so that the file can be read and compared.
 */
public record HttpFile(Path path) {

  /** The request in the file. */
  public WebRequest request() {
    Parts parts = parts();
    String[] words = parts.first.split(" ", 2);
    var address = java.net.URI.create(words[1]);
    String query = address.getRawQuery() == null ? "" : address.getRawQuery();
    return new WebRequest(
        words[0],
        address.getScheme(),
        address.getRawAuthority(),
        address.getRawPath(),
        query,
        parts.headers,
        parts.body);
  }

  /** The reply in the file. */
  public WebReply reply() {
    Parts parts = parts();
    return new WebReply(Integer.parseInt(parts.first), parts.headers, parts.body);
  }

  /** Puts a request into the file. */
  public void write(WebRequest request) {
    String query = request.query().isEmpty() ? "" : "?" + request.query();
    write(
        request.method()
            + " "
            + request.scheme()
            + "://"
            + request.authority()
            + request.path()
            + query,
        request.headers(),
        request.body());
  }

  /** Puts a reply into the file. */
  public void write(WebReply reply) {
    write(Integer.toString(reply.status()), reply.headers(), reply.body());
  }

  private void write(String first, Headers headers, Body body) {
    StringBuilder text = new StringBuilder(first).append('\n');
    headers.lines().forEach(l -> text.append(l.name() + ": " + l.value() + "\n"));
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, text.append('\n').append(body.text()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Parts parts() {
    String text;
    try {
      text = Files.readString(path, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int end = text.indexOf("\n\n");
    String[] lines = text.substring(0, end).split("\n", -1);
    Headers headers = Headers.NONE;
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(": ");
      headers = headers.and(lines[i].substring(0, colon), lines[i].substring(colon + 2));
    }
    byte[] body = text.substring(end + 2).getBytes(StandardCharsets.ISO_8859_1);
    return new Parts(lines[0], headers, Body.of(body));
  }

  private record Parts(String first, Headers headers, Body body) {}
}
