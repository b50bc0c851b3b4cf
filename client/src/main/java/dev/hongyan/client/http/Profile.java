// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebApp;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which kind of client we present ourselves as. All that a client does otherwise because of it is
 * asked here; there is one client for all kinds.
 *
 * @param app which web client, which the phone shows by its name
 * @param language wanted language of the service's texts, such as {@code zh_CN}
 * @param mod the {@code mod} parameter of protocol reference 2.6, empty for the web client
 * @param headers sent with every request
 * @param choices where the sources disagree
 */
public record Profile(
    WebApp app, String language, String mod, Headers headers, Set<Choice> choices) {

  private static final Headers BROWSER =
      Headers.NONE
          .and("Accept", "application/json, text/plain, */*")
          .and("User-Agent", "Mozilla/5.0 (compatible; Hongyan)");

  /** The web client in a browser. */
  public static final Profile WEB = new Profile(WebApp.WEB, "zh_CN", "", BROWSER, Set.of());

  public Profile {
    choices = Set.copyOf(choices);
  }

  /**
   * The web File Transfer Assistant: the chat with one's own phone and nothing else (protocol
   * reference 11). Not tried on the live service.
   */
  public static Profile fileHelper() {
    return new Profile(WebApp.FILE_HELPER, "zh_CN", "", BROWSER, Set.of());
  }

  /** What other clients of the file helper do differently; by default we do as most of them. */
  public enum Choice {
    /** Encode the address in the wish for a code once; most encode it twice. */
    ENCODE_ADDRESS_ONCE,
    /** Take any refusal of a sync as the end of the session; usually those of 7.3 are. */
    END_AT_ANY_REFUSAL,
    /** Ask the phone to confirm a new login without a scan; nobody was seen to do it here. */
    ASK_PHONE,
    /** Upload files of up to 25 MiB in one part, as one client does; usually in chunks. */
    UPLOAD_WHOLE,
    /** Upload larger files chunk after chunk, as the web client; the file helper sends several. */
    UPLOAD_IN_ORDER
  }

  /** The same with another language of the service's texts. */
  public Profile inLanguage(String newLanguage) {
    return new Profile(app, newLanguage, mod, headers, choices);
  }

  /** The same with these choices made otherwise than usually. */
  public Profile with(Choice... others) {
    Set<Choice> all = EnumSet.noneOf(Choice.class);
    all.addAll(choices);
    all.addAll(List.of(others));
    return new Profile(app, language, mod, headers, all);
  }

  /** Whether this choice is made otherwise than usually. */
  public boolean has(Choice choice) {
    return choices.contains(choice);
  }

  /** Whether there are contacts to load, and chats of the phone to be told of. */
  public boolean knowsContacts() {
    return app == WebApp.WEB;
  }

  /** Whether an earlier login may lead to a new one without a scan. */
  public boolean asksPhone() {
    return app == WebApp.WEB || has(Choice.ASK_PHONE);
  }

  /** Whether the other side is the account's own phone, so that what it writes wants an answer. */
  public boolean talksToOwner() {
    return app == WebApp.FILE_HELPER;
  }

  /** Whether the address in the wish for a code is encoded twice. */
  public boolean encodesAddressTwice() {
    return app == WebApp.FILE_HELPER && !has(Choice.ENCODE_ADDRESS_ONCE);
  }

  /** Whether files that need no check are uploaded in one part. */
  public boolean uploadsWhole() {
    return has(Choice.UPLOAD_WHOLE);
  }

  /** Whether large files are uploaded several chunks at a time, by a call of their own. */
  public boolean uploadsSideBySide() {
    return app == WebApp.FILE_HELPER && !has(Choice.UPLOAD_IN_ORDER);
  }

  /** Where a login begins if nobody says anything else. */
  public Hosts hosts() {
    return switch (app) {
      case WEB -> Hosts.DEFAULT;
      case FILE_HELPER -> Hosts.FILE_HELPER;
    };
  }

  /** Whether a client of this kind can work there. */
  public boolean suits(Hosts hosts) {
    return switch (hosts) {
      case Hosts.Family _ -> app == WebApp.WEB;
      case Hosts.Entry _ -> app == WebApp.FILE_HELPER;
      case Hosts.Server _ -> true;
    };
  }
}
