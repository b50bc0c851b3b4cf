// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.output;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.message.Articles;
import dev.hongyan.protocol.message.Card;
import dev.hongyan.protocol.message.Emoticon;
import dev.hongyan.protocol.message.Fact;
import dev.hongyan.protocol.message.FileShare;
import dev.hongyan.protocol.message.FriendRequest;
import dev.hongyan.protocol.message.Link;
import dev.hongyan.protocol.message.LiveLocation;
import dev.hongyan.protocol.message.Location;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.MiniProgram;
import dev.hongyan.protocol.message.Music;
import dev.hongyan.protocol.message.Note;
import dev.hongyan.protocol.message.Picture;
import dev.hongyan.protocol.message.Quote;
import dev.hongyan.protocol.message.Recall;
import dev.hongyan.protocol.message.RedPacket;
import dev.hongyan.protocol.message.Transfer;
import dev.hongyan.protocol.message.Video;
import dev.hongyan.protocol.message.Voice;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** What a message is, as JSON under our words: its type, a line to read, and all that is told. */
public final class KindJson {

  private final JsonMapper mapper;

  /**
   * A writer.
   *
   * @param showSecrets whether the tickets of friend requests are shown rather than masked
   */
  public KindJson(boolean showSecrets) {
    SimpleModule spelling = new SimpleModule("kinds");
    spelling.addSerializer(new Spelt<>(MessageId.class, MessageId::toString));
    spelling.addSerializer(new Spelt<>(UserName.class, UserName::value));
    spelling.addSerializer(new Spelt<>(Duration.class, Duration::toString));
    spelling.addSerializer(new Spelt<>(Secret.class, s -> showSecrets ? s.value() : s.toString()));
    this.mapper =
        JsonMapper.builder()
            // The components of records, and none of their other methods.
            .changeDefaultVisibility(visibility ->
                visibility
                    .withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE))
            .addModule(spelling)
            .build();
  }

  /** Puts the members {@code type}, {@code text} and {@code content} into the object begun. */
  public void write(JsonGenerator json, MessageKind kind) {
    json.writeStringProperty("type", type(kind));
    json.writeStringProperty("text", text(kind));
    ObjectNode content = content(kind);
    if (!content.isEmpty()) {
      json.writeName("content");
      json.writeRawValue(mapper.writeValueAsString(content));
    }
  }

  /** The same as an object of its own. */
  public ObjectNode tree(MessageKind kind) {
    ObjectNode object = mapper.createObjectNode();
    object.put("type", type(kind)).put("text", text(kind));
    ObjectNode content = content(kind);
    return content.isEmpty() ? object : object.set("content", content);
  }

  private ObjectNode content(MessageKind kind) {
    return switch (kind) {
      case MessageKind.Text _, MessageKind.NotSupported _ -> mapper.createObjectNode();
      case MessageKind.Unknown unknown ->
          mapper
              .createObjectNode()
              .put("wireType", unknown.type())
              .put("wireAppType", unknown.appType());
      case Note(String _, Fact fact) -> fact(fact);
      default -> (ObjectNode) mapper.valueToTree(kind);
    };
  }

  private ObjectNode fact(Fact fact) {
    ObjectNode node = mapper.createObjectNode();
    String name = fact.getClass().getSimpleName();
    node.put("fact", name.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT));
    return node.setAll((ObjectNode) mapper.valueToTree(fact));
  }

  /** Our word for the kind. */
  public static String type(MessageKind kind) {
    return switch (kind) {
      case MessageKind.Text _ -> "text";
      case Quote _ -> "quote";
      case Picture _ -> "picture";
      case Voice _ -> "voice";
      case Video _ -> "video";
      case Emoticon _ -> "emoticon";
      case FileShare _ -> "file";
      case Location _ -> "location";
      case LiveLocation _ -> "live-location";
      case Card _ -> "card";
      case FriendRequest _ -> "friend-request";
      case Link _ -> "link";
      case Articles _ -> "articles";
      case Music _ -> "music";
      case MiniProgram _ -> "mini-program";
      case Transfer _ -> "transfer";
      case RedPacket _ -> "red-packet";
      case Recall _ -> "recall";
      case Note _ -> "note";
      case MessageKind.Call _ -> "call";
      case MessageKind.Status _ -> "status";
      case MessageKind.NotSupported _ -> "not-supported";
      case MessageKind.Unknown _ -> "unknown";
    };
  }

  /** What there is to read in it; empty for nothing. */
  public static String text(MessageKind kind) {
    return switch (kind) {
      case MessageKind.Text(String content) -> content;
      case Quote quote -> quote.reply();
      case FileShare file -> file.name();
      case Location location -> location.label();
      case LiveLocation location -> location.title();
      case Card card -> card.person().nickName();
      case FriendRequest request -> request.greeting();
      case Link link -> link.title();
      case Articles(var articles) -> articles.isEmpty() ? "" : articles.getFirst().title();
      case Music music -> music.title();
      case MiniProgram program -> program.title();
      case Transfer transfer -> transfer.title();
      case RedPacket packet -> packet.title();
      case Recall recall -> recall.text();
      case Note note -> note.text();
      case MessageKind.NotSupported(String text) -> text;
      case MessageKind.Unknown unknown -> unknown.title();
      case Picture _, Voice _, Video _, Emoticon _, MessageKind.Call _, MessageKind.Status _ -> "";
    };
  }

  /** A value as its text: ids are longer than many readers' numbers. */
  private static final class Spelt<T> extends ValueSerializer<T> {

    private final Class<T> type;
    private final Function<T, String> text;

    private Spelt(Class<T> type, Function<T, String> text) {
      this.type = type;
      this.text = text;
    }

    @Override
    public Class<T> handledType() {
      return type;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializationContext context) {
      json.writeString(text.apply(value));
    }
  }
}
