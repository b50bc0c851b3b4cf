// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.server.fault.Faults;
import dev.hongyan.server.world.AttachedContent;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.SamplePeople;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.VirtualTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a phone uploads before it sends it, forwards, and reads about itself. */
@Timeout(60)
class PhoneFilesTest {

  private static final byte[] BYTES = {1, 2, 3};

  private final VirtualTime time = VirtualTime.stepped(Instant.parse("2026-03-01T08:00:00Z"));
  private final World world =
      World.inMemory(SamplePeople.withFriends(60), time, Randomness.seeded(7));
  private final PhoneApi phones = new PhoneApi(world, new Faults(world, time), Optional.empty());

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @CsvSource({"picture", "emoticon", "voice", "video", "file"})
  void whatWasUploadedIsSentByItsId(String kind) throws Exception {
    String upload = upload("mei", "名 1.bin", BYTES);

    WebReply sent = write("{'from':'mei','to':'lin','" + kind + "':{'upload':'" + upload + "'}}");

    assertThat(sent.status()).as(sent.body().text()).isEqualTo(201);
    assertThat(newest("lin").content().kind()).isEqualTo(kind);
    assertThat(newest("lin").content().attachment().orElseThrow().name()).isEqualTo("名 1.bin");
    assertThat(get("media/" + newest("lin").id()).body().open().readAllBytes()).isEqualTo(BYTES);
  }

  @Test
  void anUploadIsItsAccountsAlone() {
    String upload = upload("mei", "a", BYTES);
    String file = "'file':{'upload':'" + upload + "'}}";

    assertThat(write("{'from':'bo','to':'lin'," + file).status()).isEqualTo(404);
    assertThat(write("{'from':'mei','to':'lin','file':{'upload':'x'}}").status()).isEqualTo(400);
    assertThat(write("{'from':'mei','to':'lin','file':{'upload':'1','x':1}}").status())
        .isEqualTo(400);
  }

  @Test
  void whatIsTooLargeForAPictureIsAFileStill() {
    String upload = upload("mei", "large.png", new byte[(20 << 20) + 1]);

    assertThat(write("{'from':'mei','to':'lin','picture':{'upload':'" + upload + "'}}").status())
        .isEqualTo(413);
    assertThat(write("{'from':'mei','to':'lin','file':{'upload':'" + upload + "'}}").status())
        .isEqualTo(201);
  }

  @Test
  void anUploadIsCalledBytesAndHasSome() {
    assertThat(post("uploads?account=mei", "application/json", Body.of(BYTES)).status())
        .isEqualTo(415);
    assertThat(bytes("uploads?account=mei", new byte[0]).status()).isEqualTo(400);
    assertThat(bytes("uploads?account=nobody", BYTES).status()).isEqualTo(404);
    assertThat(bytes("uploads", BYTES).status()).isEqualTo(400);
  }

  @Test
  void aMessageIsForwardedByWhoeverHasIt() {
    write("{'from':'mei','to':'lin','file':{'upload':'" + upload("mei", "a.txt", BYTES) + "'}}");
    String id = newest("lin").id().toString();

    assertThat(write("{'from':'lin','to':'bo','forward':'" + id + "'}").status()).isEqualTo(201);
    assertThat(newest("bo").content()).isEqualTo(newest("lin").content());
    assertThat(newest("bo").content()).isInstanceOf(AttachedContent.File.class);
    assertThat(write("{'from':'an','to':'bo','forward':'" + id + "'}").status()).isEqualTo(404);
    assertThat(write("{'from':'an','to':'bo','forward':'x'}").status()).isEqualTo(400);
  }

  @Test
  void aForwardedQuoteIsItsWordsAndMoneyStaysWhereItIs() {
    write("{'from':'mei','to':'lin','text':'one'}");
    write("{'from':'mei','to':'lin','quote':{'text':'two','of':'" + newest("lin").id() + "'}}");
    write("{'from':'lin','to':'bo','forward':'" + newest("lin").id() + "'}");
    assertThat(newest("bo").content()).isEqualTo(new Content.Text("two"));
    write("{'from':'mei','to':'lin','redPacket':'luck'}");

    String packet = newest("lin").id().toString();

    assertThat(write("{'from':'lin','to':'bo','forward':'" + packet + "'}").status())
        .isEqualTo(409);
  }

  @Test
  void aVideoHasACover() throws Exception {
    write("{'from':'mei','to':'lin','video':'AQID','cover':'BAUG'}");
    String id = newest("lin").id().toString();
    write("{'from':'mei','to':'lin','file':'AQID'}");

    assertThat(get("media/" + id + "?part=cover").body().open().readAllBytes())
        .containsExactly(4, 5, 6);
    assertThat(get("media/" + newest("lin").id() + "?part=cover").status()).isEqualTo(404);
    assertThat(get("media/" + id + "?part=frame").status()).isEqualTo(400);
  }

  @Test
  void articlesAreTold() {
    write(
        "{'from':'mei','to':'lin','articles':[{'title':'雁','url':'https://example.org/1',"
            + "'digest':'south','time':'2026-02-01T00:00:00Z'}]}");

    assertThat(get("messages?account=lin").body().text())
        .contains(
            json(
                "'articles':[{'title':'雁','digest':'south','url':'https://example.org/1',"
                    + "'cover':'','time':'2026-02-01T00:00:00Z'}]"));
  }

  @Test
  void aFriendRequestTellsWhoAsks() {
    post("accounts", "application/json", Body.of(json("{'id':'yu','nickName':'雨'}")));
    post(
        "requests",
        "application/json",
        Body.of(json("{'account':'yu','to':'lin','greeting':'hi'}")));

    assertThat(get("messages?account=lin").body().text())
        .contains(json("'type':'friend-request','text':'hi'"), json("'about':{'account':'yu'}"));
  }

  @Test
  void theBookHasNotesAndInvitations() {
    String people = String.join("','", friendsOfLin(45));
    assertThat(
            send("PATCH", "contacts", "{'account':'lin','with':'mei','remark':'小梅','starred':true}")
                .status())
        .isEqualTo(204);
    send("PATCH", "members", "{'account':'lin','room':'team','muted':true}");
    send("POST", "members", "{'account':'lin','room':'team','people':['" + people + "']}");

    assertThat(get("book?account=lin").body().text())
        .contains(
            json(
                "{'id':'mei','remark':'小梅','pinned':false,'muted':false,'starred':true,"
                    + "'blocked':false}"),
            json("{'id':'team','saved':true,'pinned':false,'muted':true}"),
            json("'invitations':[]"));
    assertThat(get("book?account=" + friendsOfLin(45).getLast()).body().text())
        .contains(json("'invitations':[{'room':'team','by':'lin','time':'2026-03-01T08:00:00Z'}]"));
    assertThat(get("book?account=nobody").status()).isEqualTo(404);
  }

  @Test
  void aProfileIsRead() {
    send("PATCH", "profile", "{'account':'mei','signature':'飞','sex':'female'}");

    assertThat(get("profile?account=mei").body().text())
        .contains(json("'id':'mei'"), json("'sex':'female'"), json("'signature':'飞'"));
    assertThat(get("profile").status()).isEqualTo(400);
  }

  private List<String> friendsOfLin(int count) {
    return world.contacts().of(world.accounts().named("lin").orElseThrow().id()).stream()
        .map(contact -> contact.account())
        .filter(account -> account.verifyFlag() == 0)
        .map(account -> account.name())
        .limit(count)
        .toList();
  }

  private Message newest(String account) {
    return world
        .messages()
        .onPhone(world.accounts().named(account).orElseThrow().id(), 0, 100)
        .getLast();
  }

  private String upload(String account, String name, byte[] content) {
    String query =
        "uploads?account="
            + account
            + "&name="
            + name.replace(" ", "%20").replace("名", "%E5%90%8D");
    WebReply reply = bytes(query, content);
    assertThat(reply.status()).as(reply.body().text()).isEqualTo(201);
    return reply.body().text().replaceAll("\\D", "");
  }

  private WebReply bytes(String call, byte[] content) {
    return post(call, "application/octet-stream", Body.of(content));
  }

  private WebReply write(String body) {
    return send("POST", "messages", body);
  }

  private WebReply send(String method, String call, String body) {
    return request(method, call, "application/json", Body.of(json(body)));
  }

  private WebReply post(String call, String type, Body body) {
    return request("POST", call, type, body);
  }

  private WebReply get(String call) {
    return request("GET", call, "", Body.EMPTY);
  }

  private WebReply request(String method, String call, String type, Body body) {
    String[] parts = call.split("\\?", 2);
    WebRequest request =
        new WebRequest(
            method,
            "http",
            "127.0.0.1:7600",
            "/phone/" + parts[0],
            parts.length > 1 ? parts[1] : "",
            Headers.NONE.and("Content-Type", type),
            body);
    return phones.handle(request, "127.0.0.1");
  }

  private static String json(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }
}
