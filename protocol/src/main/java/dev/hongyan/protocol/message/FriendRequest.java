// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.wire.XmlContent;
import dev.hongyan.protocol.wire.XmlContent.Layout;

/**
 * Somebody wants to be a contact (protocol reference 5.10).
 *
 * @param person who
 * @param greeting what they say
 * @param ticket what accepting needs
 * @param scene how they found the account: 3 by id, 14 from a room, 17 from a card
 */
public record FriendRequest(Stranger person, String greeting, Secret ticket, int scene)
    implements MessageKind {

  static final int TYPE = 37;

  private static final int ASKING = 2;

  /** A request of which is known what accepting it needs. */
  public static FriendRequest of(UserName person, Secret ticket) {
    return new FriendRequest(Stranger.of(person), "", ticket, 0);
  }

  static FriendRequest read(MessageItem item, String content) {
    Recommendation told = item.recommendation();
    FriendRequest request =
        new FriendRequest(
            Stranger.of(told), WireText.withEmoji(told.content()), told.ticket(), told.scene());
    return xml("").read(WireText.xml(content), request).orElse(request);
  }

  Draft draft(WireStyle style) {
    String id = style.realId().apply(person.userName());
    return new Draft(TYPE).content(xml(id).write(this)).recommendation(recommendation());
  }

  private Recommendation recommendation() {
    return new Recommendation(
        person.userName(),
        WireText.encode(person.nickName()),
        WireText.encode(person.province()),
        WireText.encode(person.city()),
        greeting,
        WireText.encode(person.signature()),
        WireText.encode(person.alias()),
        scene,
        person.verifyFlag(),
        0,
        person.sex(),
        ticket,
        ASKING);
  }

  private static XmlContent<FriendRequest> xml(String id) {
    return new XmlContent<>("msg", Layout.PAIRED, (f, request) -> members(f, request, id));
  }

  /** One client insists on every number (protocol reference 5.10). */
  private static FriendRequest members(Fields f, FriendRequest request, String id) {
    Stranger who = request.person;
    f.constant("@fromusername", id);
    f.constant("@encryptusername", "");
    String nickName = f.filledText("@fromnickname", who.nickName());
    String greeting = f.filledText("@content", request.greeting);
    f.constant("@shortpy", "");
    f.constant("@imagestatus", 3);
    int scene = f.number("@scene", request.scene);
    f.constant("@country", "CN");
    String province = f.filledText("@province", who.province());
    String city = f.filledText("@city", who.city());
    String signature = f.filledText("@sign", who.signature());
    f.constant("@percard", 1);
    int sex = f.number("@sex", who.sex());
    String alias = f.filledText("@alias", who.alias());
    f.constant("@weibo", "");
    f.constant("@albumflag", 0);
    f.constant("@albumstyle", 0);
    f.constant("@albumbgimgid", "");
    f.constant("@snsflag", 0);
    f.constant("@snsbgimgid", "");
    f.constant("@snsbgobjectid", 0);
    f.constant("@mhash", "");
    f.constant("@mfullhash", "");
    f.constant("@bigheadimgurl", "");
    f.constant("@smallheadimgurl", "");
    Secret ticket = new Secret(f.filledText("@ticket", request.ticket.value()));
    f.constant("@opcode", ASKING);
    f.constant("@googlecontact", "");
    f.constant("@qrticket", "");
    f.constant("@chatroomusername", "");
    f.constant("@sourceusername", "");
    f.constant("@sourcenickname", "");
    f.within("brandlist", request, FriendRequest::brands);
    Stranger person =
        new Stranger(
            who.userName(), nickName, alias, province, city, signature, sex, who.verifyFlag());
    return new FriendRequest(person, greeting, ticket, scene);
  }

  private static FriendRequest brands(Fields f, FriendRequest request) {
    f.constant("@count", 0);
    f.constant("@ver", 0);
    return request;
  }

  /** Who, and never what they say. */
  @Override
  public String toString() {
    return "friend request by " + person;
  }
}
