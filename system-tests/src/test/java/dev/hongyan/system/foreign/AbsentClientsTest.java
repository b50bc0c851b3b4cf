// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.server.Server;
import dev.hongyan.server.ServerOptions;
import dev.hongyan.server.world.Draft;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What openwechat, ItChat, itchat4j and chatapi-wechat die without (protocol reference 8.5): they
 * do not run here, so their requests are made by hand, faults included, and the answers are looked
 * at as they look at them.
 */
@Timeout(60)
class AbsentClientsTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String MAIN = "wx.qq.com";
  private static final String LOGIN = "login.weixin.qq.com";
  private static final String PUSH = "webpush.wx.qq.com";
  private static final String CALLS = "/cgi-bin/mmwebwx-bin/";

  private static final String CONTACT_NUMBERS =
      "Uin ContactFlag MemberCount HideInputBarFlag Sex VerifyFlag OwnerUin StarFriend"
          + " AppAccountFlag Statues AttrStatus SnsFlag UniFriend ChatRoomId";
  private static final String CONTACT_TEXTS =
      "UserName NickName HeadImgUrl RemarkName Signature PYInitial PYQuanPin RemarkPYInitial"
          + " RemarkPYQuanPin Province City Alias DisplayName KeyWord EncryChatRoomId";
  private static final String MESSAGE_NUMBERS =
      "MsgType Status ImgStatus CreateTime VoiceLength PlayLength AppMsgType StatusNotifyCode"
          + " ForwardFlag HasProductId ImgHeight ImgWidth SubMsgType NewMsgId";
  private static final String MESSAGE_TEXTS =
      "MsgId FromUserName ToUserName Content FileName FileSize MediaId Url StatusNotifyUserName"
          + " Ticket OriContent EncryFileName";

  private final VirtualTime time = VirtualTime.flowing(Instant.parse("2026-01-01T00:00:00Z"));
  private final Server server =
      Server.withoutSockets(ServerOptions.inMemory(), time, Randomness.seeded(8));

  private String cookies = "";
  private Map<String, String> page = Map.of();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theLoginIsWrittenAsTheirPatternsReadIt() throws InterruptedException {
    try (var _ = time.enter()) {
      String uuid = scannedCode();
      assertThat(poll(uuid))
          .matches("window\\.code=201;window\\.userAvatar = 'data:img/jpg;base64,[^']+';");

      String redirect = confirmedRedirect(uuid);
      assertThat(redirect).startsWith("https://wx.qq.com" + CALLS).doesNotContain(":443");
      URI uri = URI.create(redirect);
      WebReply second = get(MAIN, uri.getPath(), uri.getRawQuery() + "&fun=new&version=v2");
      WebReply first = get(MAIN, uri.getPath(), uri.getRawQuery());

      assertThat(second.status()).isEqualTo(200);
      assertThat(first.status()).isEqualTo(301);
      assertThat(first.body()).isEqualTo(second.body());
      assertThat(first.body().text()).contains("<ret>0</ret>", "<message></message>");
      for (String name : List.of("skey", "wxsid", "wxuin", "pass_ticket", "isgrayscale")) {
        assertThat(first.body().text()).matches(".*<" + name + ">[^<\\s]+</" + name + ">.*");
      }
      assertThat(first.headers().all("Set-Cookie"))
          .anyMatch(cookie -> cookie.matches("wxuin=\\d+; Domain=wx\\.qq\\.com;.*"))
          .anyMatch(cookie -> cookie.matches("wxsid=[^;]+; Domain=wx\\.qq\\.com;.*"))
          .anyMatch(cookie -> cookie.matches("webwx_data_ticket=[^;]+; Domain=\\.qq\\.com;.*"));
      assertThat(get(LOGIN, "/", "").status()).isEqualTo(200);
      assertThat(get(LOGIN, "/webwxstatusnotify", "").status()).isEqualTo(404);
    }
  }

  @Test
  void contactsHaveEveryFieldOfItsType() throws InterruptedException {
    try (var _ = time.enter()) {
      logIn();

      JsonNode init = post("webwxinit", Map.of());
      assertNumbers(
          init,
          "Count ClientVersion SystemTime GrayScale InviteStartCount MPSubscribeMsgCount"
              + " ClickReportInterval");
      assertTexts(init, "ChatSet SKey");
      assertThat(init.get("ChatSet").asString()).contains("filehelper");
      assertTexts(init.get("User"), "UserName NickName HeadImgUrl RemarkName Signature");
      init.get("ContactList").forEach(AbsentClientsTest::assertContact);
      JsonNode room = room(init.get("ContactList"));
      assertThat(room.get("MemberList")).isNotEmpty();

      // itchat4j's first try: a POST with nothing but cookies
      post("webwxgetcontact", Map.of());
      JsonNode book = post("webwxgetcontact", Map.of());
      assertNumbers(book, "Seq MemberCount");
      book.get("MemberList").forEach(AbsentClientsTest::assertContact);
      assertThat(book.get("MemberList"))
          .filteredOn(contact -> contact.get("NickName").asString().equals("梅"))
          .allMatch(friend -> (friend.get("ContactFlag").asInt() & 1) == 1);

      JsonNode whole = batch(List.of(room.get("UserName").asString()), "").get(0);
      assertContact(whole);
      assertThat(whole.get("MemberList"))
          .allMatch(member -> !member.get("NickName").asString().isEmpty())
          .anyMatch(member -> member.get("UserName").equals(init.at("/User/UserName")));
      List<String> members =
          elements(whole.get("MemberList")).map(m -> m.get("UserName").asString()).toList();
      assertThat(batch(members, whole.get("EncryChatRoomId").asString()))
          .extracting(member -> member.get("UserName").asString())
          .isEqualTo(members);
    }
  }

  @Test
  void messagesHaveEveryFieldOfItsType() throws InterruptedException {
    try (var _ = time.enter()) {
      logIn();
      JsonNode init = post("webwxinit", Map.of());
      var accounts = server.world().accounts();
      var mei = accounts.named("mei").orElseThrow().id();
      var lin = accounts.named("lin").orElseThrow().id();
      server.world().messages().send(Draft.typed(mei, lin, "there?"));

      // over the main host, with a shortened device id, as wechat-api does
      assertThat(check(MAIN, init.get("SyncKey"))).isEqualTo(answer(0, 2));
      assertThat(check(PUSH, init.get("SyncKey"))).isEqualTo(answer(0, 2));
      JsonNode sync = post("webwxsync", Map.of("SyncKey", init.get("SyncKey"), "rr", -5));

      assertThat(sync.get("SyncKey")).isEqualTo(sync.get("SyncCheckKey")).isNotEmpty();
      for (String kind : List.of("AddMsg", "ModContact", "DelContact", "ModChatRoomMember")) {
        assertThat(sync.get(kind + "List").isArray()).as(kind).isTrue();
        assertThat(sync.get(kind + "Count").asInt()).isEqualTo(sync.get(kind + "List").size());
      }
      for (JsonNode message : sync.get("AddMsgList")) {
        assertNumbers(message, MESSAGE_NUMBERS);
        assertTexts(message, MESSAGE_TEXTS);
        assertThat(message.get("RecommendInfo").isObject()).isTrue();
        assertThat(message.get("AppInfo").isObject()).isTrue();
      }

      Map<String, Object> text =
          Map.of(
              "Type",
              1,
              "Content",
              "hello",
              "FromUserName",
              init.at("/User/UserName").asString(),
              "ToUserName",
              "filehelper",
              "LocalID",
              15462115419361L,
              "ClientMsgId",
              15462115419361L);
      JsonNode sent = post("webwxsendmsg", Map.of("Msg", text, "Scene", 0));
      assertThat(sent.get("MsgID").asString()).matches("\\d+");
      assertThat(sent.get("LocalID").asString()).isEqualTo("15462115419361");
    }
  }

  @Test
  void theLogoutIsReadableAndEverythingAfterItSaysSo() throws InterruptedException {
    try (var _ = time.enter()) {
      logIn();
      JsonNode init = post("webwxinit", Map.of());

      WebReply bye = get(MAIN, CALLS + "webwxlogout", "redirect=1&type=1&skey=" + page.get("skey"));

      assertThat(JSON.readTree(bye.body().text()).at("/BaseResponse/Ret").asInt()).isZero();
      assertThat(check(PUSH, init.get("SyncKey"))).isEqualTo(answer(1101, 0));
      assertThat(raw("webwxinit", Map.of()).at("/BaseResponse/Ret").asInt()).isEqualTo(1101);
    }
  }

  private void logIn() throws InterruptedException {
    String uuid = scannedCode();
    URI uri = URI.create(confirmedRedirect(uuid));
    WebReply reply = get(MAIN, uri.getPath(), uri.getRawQuery());
    page =
        Pattern.compile("<(\\w+)>([^<]+)</")
            .matcher(reply.body().text())
            .results()
            .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    cookies =
        reply.headers().all("Set-Cookie").stream()
            .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
            .collect(Collectors.joining("; "));
  }

  private String scannedCode() throws InterruptedException {
    String script = get(LOGIN, "/jslogin", "appid=wx782c26e4c19acffb&fun=new").body().text();
    Matcher line =
        Pattern.compile("window\\.QRLogin\\.code = 200; window\\.QRLogin\\.uuid = \"(\\S+?)\";")
            .matcher(script);
    assertThat(line.matches()).as(script).isTrue();
    server.world().codes().scan(line.group(1), "lin");
    return line.group(1);
  }

  private String confirmedRedirect(String uuid) throws InterruptedException {
    server.world().codes().confirm(uuid);
    String script = poll(uuid);
    Matcher lines =
        Pattern.compile("window\\.code=200;\\swindow\\.redirect_uri=\"(\\S+?)\";").matcher(script);
    assertThat(lines.matches()).as(script).isTrue();
    return lines.group(1);
  }

  private String poll(String uuid) throws InterruptedException {
    return get(LOGIN, CALLS + "login", "loginicon=true&uuid=" + uuid + "&tip=1&r=1").body().text();
  }

  private JsonNode batch(List<String> names, String room) throws InterruptedException {
    var list =
        names.stream().map(name -> Map.of("UserName", name, "EncryChatRoomId", room)).toList();
    return post("webwxbatchgetcontact", Map.of("Count", list.size(), "List", list))
        .get("ContactList");
  }

  private String check(String host, JsonNode key) throws InterruptedException {
    String pairs =
        elements(key.get("List"))
            .map(pair -> pair.get("Key").asString() + "_" + pair.get("Val").asString())
            .collect(Collectors.joining("%7C"));
    String query =
        "skey=%s&sid=%s&uin=%s&deviceid=e1234567890123&synckey=%s"
            .formatted(page.get("skey"), page.get("wxsid"), page.get("wxuin"), pairs);
    return get(host, CALLS + "synccheck", query).body().text();
  }

  private static String answer(int retcode, int selector) {
    return "window.synccheck={retcode:\"%d\",selector:\"%d\"}".formatted(retcode, selector);
  }

  private JsonNode post(String call, Map<String, ?> members) throws InterruptedException {
    JsonNode reply = raw(call, members);
    assertThat(reply.at("/BaseResponse/Ret").asInt(-1)).as(call).isZero();
    return reply;
  }

  /** With the pass ticket for a device id and without a content type, as ItChat has it. */
  private JsonNode raw(String call, Map<String, ?> members) throws InterruptedException {
    var body = new LinkedHashMap<String, Object>(members);
    body.put(
        "BaseRequest",
        Map.of(
            "Uin", page.get("wxuin"),
            "Sid", page.get("wxsid"),
            "Skey", page.get("skey"),
            "DeviceID", page.get("pass_ticket")));
    WebReply reply = ask("POST", MAIN, CALLS + call, "", JSON.writeValueAsString(body));
    return JSON.readTree(reply.body().text());
  }

  private WebReply get(String host, String path, String query) throws InterruptedException {
    return ask("GET", host, path, query, "");
  }

  private WebReply ask(String method, String host, String path, String query, String body)
      throws InterruptedException {
    Headers headers = cookies.isEmpty() ? Headers.NONE : Headers.NONE.and("Cookie", cookies);
    try {
      return server.handle(
          new WebRequest(method, "https", host, path, query, headers, Body.of(body)),
          Server.MEMORY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode room(JsonNode contacts) {
    return elements(contacts)
        .filter(contact -> contact.get("UserName").asString().startsWith("@@"))
        .findFirst()
        .orElseThrow();
  }

  private static void assertContact(JsonNode contact) {
    assertNumbers(contact, CONTACT_NUMBERS);
    assertTexts(contact, CONTACT_TEXTS);
    // ItChat looks for a sender of digits and lower-case letters
    assertThat(contact.get("UserName").asString()).matches("@{0,2}[0-9a-z_]+");
    assertThat(contact.get("MemberList").isArray()).isTrue();
  }

  private static void assertNumbers(JsonNode object, String names) {
    for (String name : names.split(" ", -1)) {
      assertThat(object.path(name).isIntegralNumber()).as(name).isTrue();
    }
  }

  private static void assertTexts(JsonNode object, String names) {
    for (String name : names.split(" ", -1)) {
      assertThat(object.path(name).isString()).as(name).isTrue();
    }
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
