// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Dirt;
import dev.hongyan.server.world.Dirtiness;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes answers as dirty as the service's can be (protocol reference 6.2), for clients to be tried
 * on: each name and each text gets one of the defects at its end, in turn. It works on the finished
 * lines, for some of the dirt is no text that a string could hold.
 */
final class Soil {

  /** The layout of the service: one member on a line (protocol reference 3.0). */
  private static final Pattern MEMBER =
      Pattern.compile("\"(?<name>[A-Za-z]+)\": (?<value>\".*\"|-?[0-9]+)(?<comma>,?)");

  private static final Set<String> NAMES =
      Set.of("NickName", "RemarkName", "DisplayName", "Signature", "Buff");

  private static final String TEXT = "1";

  private final List<Dirt> defects;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int next;
  private String messageType = "";

  private Soil(Dirtiness dirtiness) {
    defects = List.copyOf(dirtiness.defects());
  }

  /** The same answer with dirt in it; one that is not in memory stays clean. */
  static WebReply on(WebReply reply, Dirtiness dirtiness) {
    boolean plain = dirtiness.defects().isEmpty() || !reply.body().isInMemory();
    return plain
        ? reply
        : new WebReply(
            reply.status(), reply.headers(), new Soil(dirtiness).spread(reply.body().text()));
  }

  private Body spread(String json) {
    String separator = "";
    for (String line : json.split("\n", -1)) {
      write(separator);
      separator = "\n";
      Matcher m = MEMBER.matcher(line);
      if (m.matches() && isMeant(m.group("name"), m.group("value"))) {
        write(line.substring(0, m.end("value") - 1));
        out.writeBytes(bytes(defects.get(next++ % defects.size())));
        write("\"" + m.group("comma"));
      } else {
        write(line);
      }
    }
    return Body.of(out.toByteArray());
  }

  /** What people call themselves and others, and what they write; empty stays empty. */
  private boolean isMeant(String name, String value) {
    if (name.equals("MsgType")) {
      messageType = value;
    }
    boolean written = name.equals("Content") && messageType.equals(TEXT);
    return (NAMES.contains(name) || written) && value.startsWith("\"") && value.length() > 2;
  }

  private static byte[] bytes(Dirt dirt) {
    return switch (dirt) {
      // The first two bytes of three.
      case CUT_CHARACTER -> new byte[] {(byte) 0xE6, (byte) 0xA2};
      case CONTROL_CHARACTER -> new byte[] {0x0B};
      case EMOJI_SPAN -> utf8("<span class=\\\"emoji emoji1f602\\\"></span>");
      case BROKEN_SPAN -> utf8("<span class=\\\"emoji emoji1f450\\\"></span");
      case ENTITY -> utf8("&amp;");
      case DOUBLE_ESCAPE -> utf8("&amp;lt;");
      case LINE_BREAK -> utf8("<br/>");
      case ODD_SPACE -> utf8("\u2005");
      case PRIVATE_USE -> utf8("\uE415");
    };
  }

  private void write(String text) {
    out.writeBytes(utf8(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
