// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.decode;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Copies a tree without what must not be shown: addresses of pictures and pages hold keys too. Ids
 * become texts, since many readers of JSON have no exact numbers of 64 bits.
 *
 * @param showSecrets whether to leave secrets alone
 */
record Masked(boolean showSecrets) {

  /** Keys of sessions and media, and tickets of friend requests. */
  private static final Pattern KEY =
      Pattern.compile("@crypt_[0-9A-Za-z_]+|v2_[0-9A-Za-z_]+@stranger");

  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)(?<name>\\b(skey|sid|wxsid|ticket|pass_ticket|webwx_data_ticket)=)[^&\\s\"'<>]+");

  JsonNode copy(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> copy(object);
      case ArrayNode array -> copy(array);
      case JsonNode text when text.isString() && !showSecrets -> text(masked(text.asString()));
      default -> node;
    };
  }

  private ObjectNode copy(ObjectNode object) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    object.forEachEntry((name, value) -> copy.set(name, copy(name, value)));
    return copy;
  }

  private JsonNode copy(String name, JsonNode value) {
    return name.equals("uin") && value.isNumber() ? text(value.asString()) : copy(value);
  }

  private ArrayNode copy(ArrayNode array) {
    ArrayNode copy = JsonNodeFactory.instance.arrayNode();
    array.forEach(item -> copy.add(copy(item)));
    return copy;
  }

  private static JsonNode text(String text) {
    return JsonNodeFactory.instance.stringNode(text);
  }

  private static String masked(String text) {
    String keyless = KEY.matcher(text).replaceAll("***");
    return PARAMETER.matcher(keyless).replaceAll("${name}***");
  }
}
