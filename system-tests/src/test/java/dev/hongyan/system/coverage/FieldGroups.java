// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.coverage;

import java.util.List;
import java.util.regex.Pattern;

/** The part of the page on fields that go together: those of a person, a room, a message … */
final class FieldGroups {

  /**
   * Fields that go together.
   *
   * @param type the class of `protocol` that bears them
   * @param section where the protocol reference tells of them
   * @param words what the phone's API, its page and the commands call them; empty where people have
   *     nothing to do with them
   */
  private record Group(String type, String section, List<String> words) {

    private String told() {
      String name = "`" + type + "`";
      return words.isEmpty() ? name : name + " (`" + String.join("`, `", words) + "`)";
    }
  }

  private static final List<Group> GROUPS =
      List.of(
          new Group("Credentials", "2.5", List.of()),
          new Group("BaseRequest", "3.0", List.of()),
          new Group("Status", "3.0, 7.1", List.of()),
          new Group("StatusReply", "3.0, 7.1", List.of()),
          new Group("LoginCookies", "3.4", List.of()),
          new Group("SyncKey", "3.11", List.of()),
          new Group("Contact", "4.2", List.of("contacts")),
          new Group("Names", "4.2", List.of("nickName", "remark")),
          new Group("Pinyin", "4.2", List.of()),
          new Group("Traits", "4.2", List.of("alias", "signature", "province", "city", "sex")),
          new Group("HeadImage", "4.2", List.of()),
          new Group("ContactFlags", "4.8", List.of("pinned", "starred", "blocked")),
          new Group("ContactKind", "4.10", List.of("official")),
          new Group("Room", "4.2", List.of("rooms", "owner", "isOwned")),
          new Group("Member", "4.3", List.of("members", "displayName")),
          new Group("Self", "4.4", List.of()),
          new Group("Recommendation", "4.5", List.of("requests", "friend-request")),
          new Group("ContactChange", "4.6", List.of()),
          new Group("ContactGone", "4.6", List.of()),
          new Group("ProfileChange", "3.11", List.of()),
          new Group("Subscription", "3.6", List.of()),
          new Group("MessageItem", "5.1", List.of("messages")),
          new Group("MediaFields", "5.1", List.of("media")),
          new Group("StatusNote", "5.15", List.of()),
          new Group("AppMessage", "5.8", List.of()),
          new Group("Articles", "5.8", List.of("articles")),
          new Group("OutgoingText", "3.12", List.of("clientId")),
          new Group("OutgoingPicture", "3.13", List.of()),
          new Group("OutgoingVideo", "3.14", List.of()),
          new Group("OutgoingEmoticon", "3.15", List.of()),
          new Group("OutgoingFile", "3.16", List.of()),
          new Group("SendReply", "3.12", List.of()),
          new Group("UploadFile", "3.18", List.of()),
          new Group("Chunk", "3.18", List.of()),
          new Group("RecordedExchange", "the project's own", List.of("record", "replay")));

  private FieldGroups() {}

  static List<String> names() {
    return GROUPS.stream().map(Group::type).toList();
  }

  static String section() {
    StringBuilder section =
        new StringBuilder(
            """

            ## Groups of fields

            Which fields each has stands in [calls.md](calls.md), under the same names. The phone's
            and the commands' columns name the files that have one of the words in brackets, our
            own for it, as a member of JSON, an option or a command.

            | group | reference | client | server | phone API | phone page | command line | tested by |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            """);
    GROUPS.forEach(group -> section.append(row(group)));
    return section.toString();
  }

  private static String row(Group group) {
    JavaType type = CoveragePageTest.PROTOCOL.type(group.type);
    return "| %s | %s | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            group.told(),
            group.section,
            CoveragePageTest.names(CoveragePageTest.CLIENT.naming(type).names()),
            CoveragePageTest.names(CoveragePageTest.ENDPOINTS.naming(type).names()),
            worded(group, CoveragePageTest.PHONE_API),
            read(group, CoveragePageTest.PHONE_PAGE),
            worded(group, CoveragePageTest.COMMANDS),
            CoveragePageTest.names(CoveragePageTest.TESTS.of(type)));
  }

  /** The files that have one of the group's words as a text: members of JSON, options, commands. */
  private static String worded(Group group, Sources sources) {
    return worded(group, sources, "(['\"`])(?:--)?(?:%s)\\1");
  }

  /** The same, or read it off what they got. */
  private static String read(Group group, Sources sources) {
    return worded(group, sources, "(['\"`])(?:%1$s)\\1|(?<=[\\w)])\\??\\.(?:%1$s)\\b");
  }

  private static String worded(Group group, Sources sources, String pattern) {
    return group.words.isEmpty()
        ? "–"
        : CoveragePageTest.names(
            sources.with(Pattern.compile(pattern.formatted(String.join("|", group.words)))));
  }
}
