// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.server.world.AccountKind;
import dev.hongyan.server.world.ContactEdit;
import dev.hongyan.server.world.NewAccount;
import dev.hongyan.server.world.NewRoom;
import dev.hongyan.server.world.Profile;
import dev.hongyan.server.world.Sex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** How people and rooms are told to us, in calls and in files. */
final class People {

  private static final String PERSON_TYPE = "person";
  private static final String OFFICIAL_TYPE = "official";
  private static final int OFFICIAL = 24;
  private static final int MOST_FLAGS = 255;

  private People() {}

  /** An account; its address book, if it has one, is still there to be taken. */
  static NewAccount account(Fields fields) {
    String name = fields.text("id");
    Profile profile =
        new Profile(
            fields.text("nickName"),
            fields.maybeText("spelling").orElse(""),
            fields.maybeText("alias").orElse(""),
            fields.maybeText("sex").map(People::sex).orElse(Sex.UNKNOWN),
            fields.maybeText("signature").orElse(""),
            fields.maybeText("province").orElse(""),
            fields.maybeText("city").orElse(""));
    boolean official = official(fields);
    int flag = fields.maybeNumber("verifyFlag").orElse(official ? OFFICIAL : 0);
    if (flag < 0 || flag > MOST_FLAGS) {
      throw Problem.field("verifyFlag", "must be from 0 to " + MOST_FLAGS);
    }
    AccountKind kind = (flag & 8) != 0 ? AccountKind.OFFICIAL : AccountKind.PERSON;
    return new NewAccount(name, kind, flag, profile);
  }

  /** What a kind of account is called; special accounts are not told at all. */
  static String type(AccountKind kind) {
    return kind == AccountKind.OFFICIAL ? OFFICIAL_TYPE : PERSON_TYPE;
  }

  private static boolean official(Fields fields) {
    boolean flag = fields.flag("official");
    String type = fields.maybeText("type").orElse(flag ? OFFICIAL_TYPE : PERSON_TYPE);
    if (!type.equals(PERSON_TYPE) && !type.equals(OFFICIAL_TYPE)) {
      throw Problem.field("type", "must be person or official");
    }
    return flag || type.equals(OFFICIAL_TYPE);
  }

  /** What somebody notes about a friend. */
  static ContactEdit notes(Fields fields) {
    return new ContactEdit(
        fields.maybeText("remark"),
        fields.maybeFlag("pinned"),
        fields.maybeFlag("muted"),
        fields.maybeFlag("starred"),
        fields.maybeFlag("blocked"));
  }

  /** The same, told. */
  static void tellNotes(JsonGenerator json, ContactEdit notes) {
    json.writeStringProperty("remark", notes.remark().orElse(""));
    json.writeBooleanProperty("pinned", notes.pinned().orElse(false));
    json.writeBooleanProperty("muted", notes.muted().orElse(false));
    json.writeBooleanProperty("starred", notes.starred().orElse(false));
    json.writeBooleanProperty("blocked", notes.blocked().orElse(false));
  }

  /** What a room is to one of its members. */
  static void tellPlace(JsonGenerator json, boolean saved, boolean pinned, boolean muted) {
    json.writeBooleanProperty("saved", saved);
    json.writeBooleanProperty("pinned", pinned);
    json.writeBooleanProperty("muted", muted);
  }

  /** A room; members are objects, or names alone. */
  static NewRoom room(Fields fields) {
    String name = fields.text("id");
    String topic = fields.maybeText("name").orElse("");
    String owner = fields.text("owner");
    List<NewRoom.Member> members = new ArrayList<>();
    for (Fields.Item item : fields.items("members")) {
      members.add(item.text().map(NewRoom.Member::of).orElseGet(() -> member(item.fields())));
    }
    fields.done();
    return new NewRoom(name, topic, owner, members);
  }

  private static NewRoom.Member member(Fields fields) {
    NewRoom.Member member =
        new NewRoom.Member(
            fields.text("id"),
            fields.maybeText("displayName").orElse(""),
            fields.flag("saved"),
            fields.flag("pinned"),
            fields.flag("muted"));
    fields.done();
    return member;
  }

  /** By its word. */
  static Sex sex(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "unknown" -> Sex.UNKNOWN;
      case "male" -> Sex.MALE;
      case "female" -> Sex.FEMALE;
      default -> throw Problem.field("sex", "must be male, female or unknown");
    };
  }
}
