// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.Console;
import dev.hongyan.cli.output.IdentityJson;
import dev.hongyan.cli.output.JsonLine;
import dev.hongyan.cli.output.KindJson;
import dev.hongyan.cli.output.Paint;
import dev.hongyan.cli.output.PlainText;
import dev.hongyan.cli.output.Texts;
import dev.hongyan.client.Chat;
import dev.hongyan.client.message.Mentioned;
import dev.hongyan.client.message.Message;
import dev.hongyan.client.message.Sender;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.Note;
import dev.hongyan.protocol.message.Recall;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Prints a message as a line, for programs or for people. */
record MessageLines(Hongyan hongyan, KindJson kinds) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  /**
   * Prints it.
   *
   * @return false if nobody reads stdout any more
   */
  boolean print(Chat chat, Message message, Kept kept) throws InterruptedException {
    Optional<MessageKind> original =
        message.kind() instanceof Recall recall
            ? chat.original(recall).map(Message::kind)
            : Optional.empty();
    Console console = hongyan.console();
    return console.data(
        hongyan.isJson()
            ? json(chat, message, original, kept)
            : text(chat, message, console.paint(), hongyan.texts())
                + original.map(kind -> " ← " + said(kind, hongyan.texts())).orElse("")
                + place(kept));
  }

  private String json(Chat chat, Message message, Optional<MessageKind> original, Kept kept) {
    return JsonLine.of(json -> {
      json.writeStringProperty("id", message.id().toString());
      json.writeStringProperty("time", message.time().toString());
      write(json, chat);
      json.writeObjectPropertyStart("sender");
      json.writeStringProperty("userName", message.sender().userName().value());
      IdentityJson.write(json, message.sender().identity());
      json.writeStringProperty("name", message.sender().name());
      json.writeBooleanProperty("isSelf", message.sender().isSelf());
      json.writeEndObject();
      kinds.write(json, message.kind());
      if (message.kind() instanceof MessageKind.Text(String said)) {
        write(json, chat.mentions(said));
      }
      original.ifPresent(kind -> {
        json.writeObjectPropertyStart("original");
        kinds.write(json, kind);
        json.writeEndObject();
      });
      switch (kept) {
        case Kept.Nothing() -> {}
        case Kept.Saved(Path file) -> json.writeStringProperty("saved", file.toString());
        case Kept.Missing(String reason) -> json.writeStringProperty("unsaved", reason);
      }
      json.writeBooleanProperty("redelivered", message.isRedelivered());
    });
  }

  /** Writes the chat in which something happened, as a property of the object that is open. */
  static void write(JsonGenerator json, Chat chat) {
    json.writeObjectPropertyStart("chat");
    json.writeStringProperty("userName", chat.userName().value());
    IdentityJson.write(json, chat.identity());
    json.writeStringProperty("name", chat.name());
    json.writeBooleanProperty("isRoom", chat.isRoom());
    json.writeEndObject();
  }

  /** Left out where nobody is mentioned. */
  private static void write(JsonGenerator json, Mentioned mentioned) {
    if (mentioned.equals(Mentioned.NOBODY)) {
      return;
    }
    json.writeObjectPropertyStart("mentions");
    json.writeArrayPropertyStart("members");
    mentioned.members().forEach(member -> json.writeString(member.value()));
    json.writeEndArray();
    json.writeBooleanProperty("everybody", mentioned.everybody());
    json.writeBooleanProperty("isSelf", mentioned.isSelf());
    json.writeEndObject();
  }

  /** What a line of text begins with: when and where, in local time. */
  static String head(Instant time, String from, Paint paint) {
    String clock = CLOCK.format(time.atZone(ZoneId.systemDefault()));
    return paint.dim(clock) + "  " + paint.bold(from) + ": ";
  }

  private static String text(Chat chat, Message message, Paint paint, Texts texts) {
    Sender sender = message.sender();
    String who = PlainText.line(sender.name());
    String from =
        chat.isRoom() || sender.isSelf()
            ? PlainText.line(chat.name()) + (who.isEmpty() ? "" : " · " + who)
            : who;
    return head(message.time(), from, paint) + said(message.kind(), texts);
  }

  private static String place(Kept kept) {
    return kept instanceof Kept.Saved(Path file)
        ? " → " + PlainText.line(file.getFileName().toString())
        : "";
  }

  /** Further lines are set in, so that nobody can write a line that looks like another's. */
  private static String said(MessageKind kind, Texts texts) {
    String type = KindJson.type(kind);
    String text = indented(KindJson.text(kind));
    return switch (kind) {
      case MessageKind.Text _ -> text;
      case Note _ -> "— " + text;
      case MessageKind.Unknown unknown ->
          texts.get("listen.other-kind", unknown.type(), unknown.appType()) + " " + text;
      default -> ("[" + texts.get("kind." + type) + "] " + text).stripTrailing();
    };
  }

  private static String indented(String text) {
    return PlainText.lines(text).replace("\n", "\n          ");
  }
}
