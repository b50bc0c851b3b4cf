// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.AttachedContent;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Message;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a phone uploads before it sends it, forwards, and reads about itself. */
@Timeout(60)
class PhoneFilesTest extends PhoneApiCase {

  private static final byte[] BYTES = {1, 2, 3};

  PhoneFilesTest() {
    super(60);
  }

  @ParameterizedTest
  @CsvSource({"picture", "emoticon", "voice", "video", "file"})
  void whatWasUploadedIsSentByItsId(String kind) throws Exception {
    String upload = upload("mei", "名 1.bin", BYTES);

    WebReply sent = write("{'from':'mei','to':'lin','" + kind + "':{'upload':'" + upload + "'}}");

    assertThat(sent.status()).as(sent.body().text()).isEqualTo(201);
    assertThat(newest("lin").content().kind()).isEqualTo(kind);
    assertThat(newest("lin").content().attachment().orElseThrow().name()).isEqualTo("名 1.bin");
    assertThat(reply("GET", "media/" + newest("lin").id()).body().open().readAllBytes())
        .isEqualTo(BYTES);
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
    assertThat(post("uploads?account=mei", "{}").status()).isEqualTo(415);
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

    assertThat(reply("GET", "media/" + id + "?part=cover").body().open().readAllBytes())
        .containsExactly(4, 5, 6);
    assertThat(reply("GET", "media/" + newest("lin").id() + "?part=cover").status()).isEqualTo(404);
    assertThat(reply("GET", "media/" + id + "?part=frame").status()).isEqualTo(400);
  }

  @Test
  void articlesAreTold() {
    write(
        "{'from':'mei','to':'lin','articles':[{'title':'雁','url':'https://example.org/1',"
            + "'digest':'south','time':'2026-02-01T00:00:00Z'}]}");

    assertThat(get("messages?account=lin"))
        .contains(
            json(
                "'articles':[{'title':'雁','digest':'south','url':'https://example.org/1',"
                    + "'cover':'','time':'2026-02-01T00:00:00Z'}]"));
  }

  @Test
  void aFriendRequestTellsWhoAsks() {
    post("accounts", json("{'id':'yu','nickName':'雨'}"));
    post("requests", json("{'account':'yu','to':'lin','greeting':'hi'}"));

    assertThat(get("messages?account=lin"))
        .contains(json("'type':'friend-request','text':'hi'"), json("'about':{'account':'yu'}"));
  }

  @Test
  void theBookHasNotesAndInvitations() {
    String people = String.join("','", friendsOfLin(45));
    assertThat(
            send(
                    "PATCH",
                    "contacts",
                    json("{'account':'lin','with':'mei','remark':'小梅','starred':true}"))
                .status())
        .isEqualTo(204);
    send("PATCH", "members", json("{'account':'lin','room':'team','muted':true}"));
    send("POST", "members", json("{'account':'lin','room':'team','people':['" + people + "']}"));

    assertThat(get("book?account=lin"))
        .contains(
            json(
                "{'id':'mei','remark':'小梅','pinned':false,'muted':false,'starred':true,"
                    + "'blocked':false}"),
            json("{'id':'team','saved':true,'pinned':false,'muted':true}"),
            json("'invitations':[]"));
    assertThat(get("book?account=" + friendsOfLin(45).getLast()))
        .contains(json("'invitations':[{'room':'team','by':'lin','time':'2026-03-01T08:00:00Z'}]"));
    assertThat(reply("GET", "book?account=nobody").status()).isEqualTo(404);
  }

  @Test
  void aProfileIsRead() {
    send("PATCH", "profile", json("{'account':'mei','signature':'飞','sex':'female'}"));

    assertThat(get("profile?account=mei"))
        .contains(json("'id':'mei'"), json("'sex':'female'"), json("'signature':'飞'"));
    assertThat(reply("GET", "profile").status()).isEqualTo(400);
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
    return phones.handle(
        request("POST", call, Body.of(content), "Content-Type", "application/octet-stream"),
        "127.0.0.1");
  }

  private WebReply write(String body) {
    return post("messages", json(body));
  }
}
