// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What people do on the other side of each call: which deed of the phone page meets it, and which
 * commands make it. Who does what cannot be read off the sources, but that the deeds and commands
 * are there can, and is.
 */
final class CallSides {

  /**
   * The people's side of a call.
   *
   * @param deeds functions of the phone page's `api.js`
   * @param commands of `hongyan`
   */
  private record Sides(List<String> deeds, List<String> commands) {}

  private static final Map<String, Sides> SIDES = new TreeMap<>();

  private static void side(String call, String deeds, String commands) {
    SIDES.put(call, new Sides(words(deeds), words(commands)));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }

  static {
    side("jslogin", "codes", "login");
    side("qrcode", "", "demo");
    side("login", "scan, scanPicture, confirm, cancel", "login");
    side("webwxnewloginpage", "sessions", "login");
    side("webwxpushloginurl", "confirm, cancel", "login");
    side("webwxinit", "worldText, messages", "login, listen");
    side("webwxstatusnotify", "useChat", "login");
    side("webwxgetcontact", "befriend, book", "login, contacts");
    side("webwxbatchgetcontact", "worldText, makeRoom", "login, rooms");
    side("synccheck", "send", "listen, pull");
    side("webwxsync", "send", "listen, pull");
    side("webwxsendmsg", "messages", "send, push");
    side("webwxsendmsgimg", "messages, media", "send, push");
    side("webwxsendvideomsg", "messages, media", "send, push");
    side("webwxsendemoticon", "messages, media", "send, push");
    side("webwxsendappmsg", "messages, media", "send, push");
    side("webwxrevokemsg", "recall, messages", "recall");
    side("webwxuploadmedia", "media", "send, push");
    side("webwxcheckupload", "", "send, push");
    side("webwxuploadmediaparallel", "media", "push");
    side("webwxgetmsgimg", "upload, send", "listen, pull");
    side("webwxgetvoice", "upload, send", "listen, pull");
    side("webwxgetvideo", "upload, send", "listen, pull");
    side("webwxgetmedia", "upload, send", "listen, pull");
    side("webwxgeticon", "editProfile", "");
    side("webwxgetheadimg", "", "");
    side("webwxgetpubliclinkimg", "send", "");
    side("webwxoplog", "book, editContact", "contacts remark, contacts pin, contacts unpin");
    side("webwxverifyuser", "askFriend, acceptFriend", "contacts add, contacts accept");
    side("webwxsearchcontact", "", "contacts add");
    side("webwxcreatechatroom", "makeRoom", "rooms create");
    side(
        "webwxupdatechatroom",
        "editRoom, addMembers, removeMembers, joinRoom",
        "rooms rename, rooms invite, rooms remove, rooms leave");
    side("webwxcheckurl", "", "");
    side("webwxstatreport", "", "");
    side("webwxsendfeedback", "", "");
    side("webwxlogout", "logout", "logout");
  }

  private CallSides() {}

  /** The cells of the two columns. */
  static String cells(String call) {
    Sides sides = SIDES.getOrDefault(call, new Sides(List.of(), List.of()));
    return told(sides.deeds) + " | " + told(sides.commands);
  }

  private static String told(List<String> words) {
    return words.isEmpty() ? "–" : "`" + String.join("`, `", words) + "`";
  }

  /** Fails where a deed or command is named that is not there, or that nothing on the page uses. */
  static void areThere(List<String> calls) throws IOException {
    assertThat(SIDES.keySet()).containsExactlyInAnyOrderElementsOf(calls);
    String api = CoveragePageTest.PHONE_PAGE.of("api");
    String manual = Files.readString(Path.of("..", "docs", "cli.md"));
    SIDES.forEach((call, sides) -> {
      for (String deed : sides.deeds) {
        assertThat(api).as(call).containsPattern("(?m)^  (async )?" + deed + "( =|\\()");
        assertThat(CoveragePageTest.PHONE_PAGE.with(Pattern.compile("['.]" + deed + "\\b")))
            .as(call + ": who uses " + deed)
            .isNotEmpty();
      }
      for (String command : sides.commands) {
        assertThat(manual).as(call).containsPattern("(?m)^## hongyan " + command + "$|`" + command);
      }
    });
  }
}
