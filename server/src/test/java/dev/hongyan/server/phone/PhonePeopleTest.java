// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.EndReason;
import dev.hongyan.server.world.Rate;
import dev.hongyan.server.world.Sex;
import dev.hongyan.server.world.Switch;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** People, their friends and rooms, and how the service treats them. */
@Timeout(60)
class PhonePeopleTest extends PhoneApiCase {

  /** Of a room that is a chat among others. */
  private static final String NOTHING = ",\"saved\":false,\"pinned\":false,\"muted\":false";

  @Test
  void makesPeopleFriendsAndRooms() {
    assertThat(
            post(
                "accounts",
                "{\"id\":\"yu\",\"nickName\":\"雨\",\"signature\":\"…\",\"sex\":\"male\"}"))
        .extracting(WebReply::status, reply -> reply.body().text())
        .containsExactly(201, "{\"id\":\"yu\"}");
    assertThat(post("messages", "{\"from\":\"yu\",\"to\":\"lin\",\"text\":\"hi\"}").status())
        .isEqualTo(409);
    assertThat(post("contacts", "{\"account\":\"lin\",\"with\":\"yu\",\"remark\":\"小雨\"}").status())
        .isEqualTo(204);
    assertThat(post("messages", "{\"from\":\"yu\",\"to\":\"lin\",\"text\":\"hi\"}").status())
        .isEqualTo(201);
    assertThat(
            post(
                    "rooms",
                    "{\"id\":\"tea\",\"name\":\"茶\",\"owner\":\"yu\",\"members\":[\"lin\","
                        + "{\"id\":\"mei\",\"displayName\":\"M\"}]}")
                .status())
        .isEqualTo(201);
    assertThat(get("world"))
        .contains("{\"id\":\"yu\",\"remark\":\"小雨\",")
        .contains(
            "{\"id\":\"tea\",\"name\":\"茶\",\"owner\":\"yu\",\"members\":["
                + "{\"id\":\"yu\",\"displayName\":\"\""
                + NOTHING
                + "},"
                + "{\"id\":\"lin\",\"displayName\":\"\""
                + NOTHING
                + "},"
                + "{\"id\":\"mei\",\"displayName\":\"M\""
                + NOTHING
                + "}]}");
    assertThat(post("accounts", "{\"id\":\"team\",\"nickName\":\"x\"}").status()).isEqualTo(409);
    assertThat(post("rooms", "{\"id\":\"mei\",\"owner\":\"lin\"}").status()).isEqualTo(409);
  }

  @Test
  void asksAcceptsNotesAndDeletesFriends() {
    post("accounts", "{\"id\":\"yu\",\"nickName\":\"雨\"}");

    assertDone("POST", "requests", "{'account':'yu','to':'lin','greeting':'hi'}");
    assertThat(get("requests?account=lin"))
        .isEqualTo(
            "{\"requests\":[{\"from\":\"yu\",\"greeting\":\"hi\","
                + "\"time\":\"2026-03-01T08:00:00Z\"}]}");
    assertDone("POST", "accept", "{'account':'lin','from':'yu'}");
    assertThat(get("requests?account=lin")).isEqualTo("{\"requests\":[]}");
    assertDone("PATCH", "contacts", "{'account':'lin','with':'yu','remark':'小雨','blocked':true}");
    assertThat(get("world")).contains("{\"id\":\"yu\",\"remark\":\"小雨\",");
    assertDone("DELETE", "contacts", "{'account':'lin','with':'yu'}");

    assertThat(get("world")).doesNotContain("{\"id\":\"yu\",\"remark\"");
    assertRefused(409, "DELETE", "contacts", "{'account':'lin','with':'yu'}");
    assertRefused(409, "PATCH", "contacts", "{'account':'lin','with':'yu','pinned':true}");
    assertRefused(409, "POST", "accept", "{'account':'lin','from':'yu'}");
    assertRefused(400, "PATCH", "contacts", "{'account':'lin','with':'yu','pinned':1}");
    String long51 = "好".repeat(51);
    assertRefused(
        400, "POST", "requests", "{'account':'lin','to':'yu','greeting':'" + long51 + "'}");
  }

  @Test
  void changesRoomsAndTheirMembers() {
    post("accounts", "{\"id\":\"yu\",\"nickName\":\"雨\"}");
    post("contacts", "{\"account\":\"mei\",\"with\":\"yu\"}");

    WebReply added =
        send("POST", "members", json("{'account':'mei','room':'team','people':['yu']}"));
    assertThat(added.body().text())
        .isEqualTo("{\"people\":[{\"id\":\"yu\",\"standing\":\"done\"}]}");
    assertDone("PATCH", "rooms/team", "{'account':'yu','name':'新组'}");
    assertDone("PATCH", "members", "{'account':'yu','room':'team','displayName':'Y'}");
    assertThat(get("world")).contains("\"name\":\"新组\"", "{\"id\":\"yu\",\"displayName\":\"Y\",");
    assertDone("DELETE", "members", "{'account':'lin','room':'team','people':['bo']}");
    assertDone("PATCH", "rooms/team", "{'account':'lin','owner':'mei'}");
    assertDone("DELETE", "members", "{'account':'lin','room':'team'}");

    assertThat(get("world"))
        .contains("\"owner\":\"mei\"")
        .doesNotContain("\"owner\":\"lin\"", "{\"id\":\"bo\",\"displayName\"");
    assertRefused(409, "DELETE", "members", "{'account':'lin','room':'team'}");
    assertRefused(409, "DELETE", "members", "{'account':'yu','room':'team','people':['an']}");
    assertRefused(409, "POST", "join", "{'account':'lin','room':'team'}");
    assertRefused(404, "PATCH", "rooms/none", "{'account':'lin','name':'x'}");
    assertRefused(400, "PATCH", "rooms/team", "{'account':'mei','name':'" + "x".repeat(51) + "'}");
    assertRefused(400, "POST", "members", "{'account':'mei','room':'team','people':[7]}");
  }

  @Test
  void changesProfilesAndUsesChats() {
    assertDone("PATCH", "profile", "{'account':'mei','nickName':'梅子','newPicture':true}");
    assertDone("POST", "chats", "{'account':'lin','chat':'mei','does':'open'}");
    assertDone("POST", "chats", "{'account':'lin','chat':'team','does':'leave'}");

    Account mei = world.accounts().named("mei").orElseThrow();
    assertThat(mei.profile().nickName()).isEqualTo("梅子");
    assertThat(mei.profile().sex()).isEqualTo(Sex.FEMALE);
    assertRefused(400, "POST", "chats", "{'account':'lin','chat':'mei','does':'burn'}");
    assertRefused(404, "POST", "chats", "{'account':'lin','chat':'none','does':'open'}");
    assertRefused(400, "PATCH", "profile", "{'account':'mei','sex':'none'}");
  }

  @Test
  void setsSwitchesByNameAndBack() {
    WebReply set =
        send(
            "PATCH",
            "accounts/lin",
            "{\"contact-page-size\":7,\"SyncCheckKey\":\"absent\",\"hold\":\"PT1S\","
                + "\"session-end\":{\"after\":\"PT2H\",\"retcode\":1102},"
                + "\"throttling\":{\"webwxsendmsg\":30}}");

    assertThat(set.status()).as(set.body().text()).isEqualTo(204);
    var switches = world.accounts().named("lin").orElseThrow().switches();
    assertThat(switches.of(Switch.CONTACT_PAGE_SIZE)).isEqualTo(7);
    assertThat(switches.of(Switch.SYNC_CHECK_KEY)).isFalse();
    assertThat(switches.of(Switch.HOLD)).isEqualTo(Duration.ofSeconds(1));
    assertThat(switches.of(Switch.SESSION_END).after()).isEqualTo(Duration.ofHours(2));
    assertThat(switches.of(Switch.SESSION_END).reason()).isEqualTo(EndReason.RESTRICTED);
    assertThat(switches.of(Switch.THROTTLING).of("webwxsendmsg")).contains(Rate.aMinute(30));

    send("PATCH", "accounts/lin", "{\"hold\":null}");

    assertThat(world.accounts().named("lin").orElseThrow().switches().of(Switch.HOLD))
        .isEqualTo(Duration.ofSeconds(25));
  }

  @Test
  void refusesUnknownSwitchesWithTheListAndChangesNothing() {
    WebReply reply = send("PATCH", "accounts/lin", "{\"hold\":\"PT1S\",\"colour\":\"red\"}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().text()).contains("login-outcome", "phone-offline", "hold");
    assertThat(world.accounts().named("lin").orElseThrow().switches().of(Switch.HOLD))
        .isEqualTo(Duration.ofSeconds(25));
    assertThat(send("PATCH", "accounts/nobody", "{}").status()).isEqualTo(404);
    assertThat(send("PATCH", "accounts/lin", "{\"hold\":[1]}").status()).isEqualTo(400);
    assertThat(send("PATCH", "accounts/lin", "{\"hold\":-1}").status()).isEqualTo(400);
  }
}
