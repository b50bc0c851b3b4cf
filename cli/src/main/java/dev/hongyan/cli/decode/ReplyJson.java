// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.decode;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.hongyan.cli.output.KindJson;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.ClientMessageId;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.ContactFlags;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.login.RedirectUri;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.RoomPrefix;
import dev.hongyan.protocol.page.CheckUrl;
import dev.hongyan.protocol.sync.Sync;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A decoded reply as JSON, under our names for things. */
public final class ReplyJson {

  private final JsonMapper mapper;
  private final boolean showSecrets;

  /**
   * A writer.
   *
   * @param showSecrets whether keys, tickets and session ids are shown rather than masked
   */
  public ReplyJson(boolean showSecrets) {
    this.showSecrets = showSecrets;
    this.mapper =
        JsonMapper.builder()
            // The components of records, and none of their other methods.
            .changeDefaultVisibility(visibility ->
                visibility
                    .withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE))
            .addModule(protocolTypes())
            .build();
  }

  private SimpleModule protocolTypes() {
    SimpleModule module = new SimpleModule("protocol");
    text(module, MessageId.class, MessageId::toString);
    text(module, ClientMessageId.class, ClientMessageId::value);
    text(module, UserName.class, UserName::value);
    text(module, LoginUuid.class, LoginUuid::value);
    text(module, RedirectUri.class, RedirectUri::address);
    text(module, Secret.class, secret -> showSecrets ? secret.value() : secret.toString());
    write(module, Retcode.class, (json, retcode) -> json.writeNumber(retcode.code()));
    write(module, ContactFlags.class, (json, flags) -> json.writeNumber(flags.bits()));
    write(module, Body.class, ReplyJson::size);
    return module;
  }

  /** Pictures are not for reading. */
  private static void size(JsonGenerator json, Body body) {
    json.writeStartObject();
    json.writeNumberProperty("size", body.length());
    json.writeEndObject();
  }

  private static <T> void text(SimpleModule module, Class<T> type, Function<T, String> text) {
    write(module, type, (json, value) -> json.writeString(text.apply(value)));
  }

  private static <T> void write(
      SimpleModule module, Class<T> type, BiConsumer<JsonGenerator, T> writer) {
    module.addSerializer(
        type,
        new ValueSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator json, SerializationContext context) {
            writer.accept(json, value);
          }
        });
  }

  /**
   * All about a reply.
   *
   * @param call its call's wire name
   * @param isPretty with line breaks, for people
   */
  public String write(String call, Object reply, Oddities oddities, boolean isPretty) {
    Verdict verdict = Verdict.of(reply);
    ObjectNode all = mapper.createObjectNode();
    all.put("call", call).put("ok", verdict.ok()).put("ret", verdict.ret());
    all.set("value", value(reply));
    ArrayNode unknown = all.putArray("unknown");
    oddities.unknown().forEach(unknown::add);
    ArrayNode repairs = all.putArray("repairs");
    oddities.repairs().forEach((repair, times) -> add(repairs, repair, times));
    return isPretty
        ? mapper.writerWithDefaultPrettyPrinter().writeValueAsString(all)
        : mapper.writeValueAsString(all);
  }

  private static void add(ArrayNode repairs, Oddities.Repair repair, int times) {
    repairs.addObject().put("field", repair.field()).put("what", repair.what()).put("times", times);
  }

  /** What arrived of each message stays, and what it means stands beside it. */
  private void tellKinds(JsonNode trees, List<MessageItem> messages) {
    KindJson kinds = new KindJson(showSecrets);
    for (int i = 0; i < messages.size(); i++) {
      MessageItem item = messages.get(i);
      MessageKind kind = MessageKind.of(item, RoomPrefix.of(item).content());
      ((ObjectNode) trees.get(i)).set("kind", kinds.tree(kind));
    }
  }

  private JsonNode value(Object reply) {
    JsonNode tree = mapper.valueToTree(reply);
    if (reply instanceof LoginPoll.Reply || reply instanceof CheckUrl.Reply) {
      ObjectNode oneOfSeveral = mapper.createObjectNode();
      oneOfSeveral.put("state", reply.getClass().getSimpleName().toLowerCase(Locale.ROOT));
      tree = oneOfSeveral.setAll((ObjectNode) tree);
    }
    if (reply instanceof Sync.Reply sync) {
      tellKinds(tree.get("messages"), sync.messages());
    }
    return new Masked(showSecrets).copy(tree);
  }
}
