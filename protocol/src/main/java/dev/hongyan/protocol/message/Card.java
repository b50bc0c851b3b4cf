// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.wire.XmlContent;
import dev.hongyan.protocol.wire.XmlContent.Layout;

/**
 * Somebody recommends a person or an official account (protocol reference 5.10).
 *
 * @param person whom
 * @param scene 17 for a card
 */
public record Card(Stranger person, int scene) implements MessageKind {

  static final int TYPE = 42;

  /** Number of what the service recommends by itself. */
  static final int POSSIBLE_FRIEND = 40;

  static Card read(MessageItem item, String content) {
    Recommendation told = item.recommendation();
    Card card = new Card(Stranger.of(told), told.scene());
    return xml("").read(WireText.xml(content), card).orElse(card);
  }

  Draft draft(WireStyle style) {
    String id = style.realId().apply(person.userName());
    return new Draft(TYPE)
        .content("<?xml version=\"1.0\"?>" + xml(id).write(this))
        .recommendation(recommendation());
  }

  private Recommendation recommendation() {
    return new Recommendation(
        person.userName(),
        WireText.encode(person.nickName()),
        WireText.encode(person.province()),
        WireText.encode(person.city()),
        "",
        WireText.encode(person.signature()),
        WireText.encode(person.alias()),
        scene,
        person.verifyFlag(),
        0,
        person.sex(),
        Secret.NONE,
        0);
  }

  private static XmlContent<Card> xml(String id) {
    return new XmlContent<>("msg", Layout.SPACED, (f, card) -> members(f, card, id));
  }

  private static Card members(Fields f, Card card, String id) {
    Stranger who = card.person;
    f.constant("@bigheadimgurl", "");
    f.constant("@smallheadimgurl", "");
    f.constant("@username", id);
    String nickName = f.filledText("@nickname", who.nickName());
    f.constant("@shortpy", "");
    String alias = f.filledText("@alias", who.alias());
    f.constant("@imagestatus", 3);
    int scene = f.number("@scene", card.scene);
    String province = f.filledText("@province", who.province());
    String city = f.filledText("@city", who.city());
    String signature = f.filledText("@sign", who.signature());
    int sex = f.number("@sex", who.sex());
    int verifyFlag = f.number("@certflag", who.verifyFlag());
    f.constant("@certinfo", "");
    f.constant("@brandIconUrl", "");
    f.constant("@brandHomeUrl", "");
    f.constant("@brandSubscriptConfigUrl", "");
    f.constant("@brandFlags", 0);
    f.constant("@regionCode", "");
    f.constant("@antispamticket", "");
    Stranger person =
        new Stranger(who.userName(), nickName, alias, province, city, signature, sex, verifyFlag);
    return new Card(person, scene);
  }
}
