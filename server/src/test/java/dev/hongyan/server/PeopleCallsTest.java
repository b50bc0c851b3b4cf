// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactBatch;
import dev.hongyan.protocol.contact.ContactFlags;
import dev.hongyan.protocol.contact.ContactOperation;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.contact.SearchContact;
import dev.hongyan.protocol.contact.VerifyContact;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a web client does with people: remarks, pins, friend requests, searches. */
@Timeout(30)
class PeopleCallsTest extends WebPageCase {

  @Test
  void givesARemarkThatComesBackWithTheNextSync() throws Exception {
    assertThat(operate(ContactOperation.REMARK, "mei", false, "梅梅")).isEqualTo(Retcode.OK);

    Contact card = web.sync().changes().getFirst().contact();
    assertThat(card.userName()).isEqualTo(web.name("mei"));
    assertThat(card.names().remarkName()).isEqualTo("梅梅");
    assertThat(violations()).isEmpty();
  }

  @Test
  void pinsAndErasesTheRemarkThatIsLeftOut() throws Exception {
    operate(ContactOperation.REMARK, "mei", false, "梅梅");
    operate(ContactOperation.PIN, "mei", true, "梅梅");
    Contact pinned = web.sync().changes().getFirst().contact();

    operate(ContactOperation.PIN, "mei", false, "");
    Contact unpinned = web.sync().changes().getFirst().contact();

    assertThat(pinned.flags().has(ContactFlags.PINNED)).isTrue();
    assertThat(pinned.names().remarkName()).isEqualTo("梅梅");
    assertThat(unpinned.flags().has(ContactFlags.PINNED)).isFalse();
    assertThat(unpinned.names().remarkName()).isEmpty();
  }

  @Test
  void pinsRoomsAndGivesThemNoRemark() throws Exception {
    assertThat(operate(ContactOperation.PIN, "team", true, "")).isEqualTo(Retcode.OK);
    assertThat(operate(ContactOperation.REMARK, "team", false, "x"))
        .isEqualTo(Retcode.PARAMETER_ERROR);

    Contact card = web.sync().changes().getFirst().contact();
    assertThat(card.flags().has(ContactFlags.PINNED)).isTrue();
  }

  @Test
  void refusesLongRemarksStrangersAndUnknownCommands() throws Exception {
    cast.enters("yu", "雨");

    assertThat(operate(ContactOperation.REMARK, "mei", false, "梅".repeat(19)))
        .isEqualTo(Retcode.PARAMETER_ERROR);
    assertThat(operate(ContactOperation.REMARK, "yu", false, "x"))
        .isEqualTo(Retcode.PARAMETER_ERROR);
    assertThat(operate(ContactOperation.REMARK, "filehelper", false, "x"))
        .isEqualTo(Retcode.PARAMETER_ERROR);
    assertThat(operate(7, "mei", false, "x")).isEqualTo(Retcode.PARAMETER_ERROR);

    assertThat(web.sync().changes()).isEmpty();
    assertThat(violations())
        .containsExactly(
            "wrong-field RemarkName", "unknown-user-name UserName", "wrong-field CmdId 7");
  }

  @Test
  void acceptsAFriendWhoAsked() throws Exception {
    Person yu = cast.enters("yu", "雨");
    yu.asks(cast.person("lin"), "我是雨");
    MessageItem asked = web.sync().messages().getFirst();
    UserName who = asked.recommendation().userName();

    assertThat(accept(who, new Secret("v2_none@stranger"))).isEqualTo(Retcode.PARAMETER_ERROR);
    assertThat(accept(who, asked.recommendation().ticket())).isEqualTo(Retcode.OK);
    assertThat(accept(who, asked.recommendation().ticket())).as("again").isEqualTo(Retcode.OK);

    Sync.Reply news = web.sync();
    assertThat(news.changes().getFirst().contact().userName()).isEqualTo(web.name("yu"));
    assertThat(news.changes().getFirst().contact().flags().isContact()).isTrue();
    assertThat(news.messages())
        .extracting(MessageItem::content)
        .containsExactly("你已添加了雨，现在可以开始聊天了。");
    assertThat(violations()).containsExactly("wrong-field VerifyUserTicket");
  }

  @Test
  void asksWhomItFoundAndNobodyElse() throws Exception {
    Person yu = cast.enters("yu", "雨");
    var asking = VerifyContact.Request.asking(web.base(), web.passTicket(), web.name("yu"), "我是林");
    assertThat(web.ask(VerifyContact.CALL, asking).status())
        .isEqualTo(Status.of(Retcode.PARAMETER_ERROR));

    var found =
        web.ask(SearchContact.CALL, new SearchContact.Request(web.base(), web.passTicket(), "YU"));
    assertThat(found.found()).containsExactly(web.name("yu"));
    assertThat(card(found.found().getFirst()).names().nickName()).isEqualTo("雨");
    assertThat(web.ask(VerifyContact.CALL, asking).status()).isEqualTo(Status.OK);

    assertThat(yu.messages()).singleElement().extracting(m -> m.content().text()).isEqualTo("我是林");
    yu.accepts(cast.person("lin"));
    assertThat(web.hears()).containsExactly("雨刚刚把你添加到通讯录，现在可以开始聊天了。");
  }

  @Test
  void asksNotTooOftenAndAcceptsFreely() throws Exception {
    server.world().accounts().set("lin", Map.of("throttling", "webwxverifyuser=1"));
    server.world().contacts().delete(id("lin"), id("mei"));
    var asking = VerifyContact.Request.asking(web.base(), web.passTicket(), web.name("mei"), "");

    assertThat(web.ask(VerifyContact.CALL, asking).status()).isEqualTo(Status.OK);
    server.world().contacts().delete(id("lin"), id("mei"));
    assertThat(web.ask(VerifyContact.CALL, asking).status())
        .isEqualTo(Status.of(Retcode.TOO_FREQUENT));

    Person yu = cast.enters("yu", "雨");
    yu.asks(cast.person("lin"), "");
    Secret ticket = web.sync().messages().getLast().recommendation().ticket();
    assertThat(accept(web.name("yu"), ticket)).isEqualTo(Retcode.OK);
  }

  @Test
  void toldThatOneIsNoFriendAnyMore() throws Exception {
    cast.person("mei").deletes(cast.person("lin"));

    cast.person("lin").says("hello?").to(cast.person("mei"));

    List<MessageItem> news = web.sync().messages();
    assertThat(news).extracting(MessageItem::type).containsExactly(1, 10000);
    assertThat(news.getLast().from()).isEqualTo(web.name("mei"));
    assertThat(news.getLast().content())
        .startsWith("梅开启了朋友验证")
        .contains("&lt;a href=", "weixin://findfriend/verifycontact");
  }

  @Test
  void hearsNamesAndTextsWithEachDefect() throws Exception {
    server.world().accounts().set("lin", Map.of("dirty-data", "all"));
    var contacts = new ContactPage.Request(web.base().skey(), web.passTicket(), 0);

    byte[] bytes = web.reply(ContactPage.CALL, contacts).body().bytes();

    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(raw)
        .contains("\u00e6\u00a2\"") // two bytes of three
        .contains("\u000b\"")
        .contains("<span class=\\\"emoji emoji1f602\\\"></span>\"")
        .contains("emoji1f450\\\"></span\"")
        .contains("&amp;\"", "&amp;lt;\"", "<br/>\"");
    assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("\u2005\"", "\uE415\"");
    assertThat(web.ask(ContactPage.CALL, contacts).contacts())
        .extracting(contact -> contact.names().nickName())
        .anyMatch(name -> name.startsWith("林"))
        .noneMatch("林"::equals);

    cast.person("mei").says("clean?").to(cast.person("lin"));
    assertThat(web.hears()).singleElement().asString().startsWith("clean?").isNotEqualTo("clean?");
  }

  @Test
  void waitsForSlowAnswers() throws Exception {
    server.world().accounts().set("lin", Map.of("slow-answers", "PT16S"));
    AtomicReference<Optional<Retcode>> heard = new AtomicReference<>(Optional.empty());
    try (var asking = time.start("operation", () -> heard.set(Optional.of(remark())))) {
      time.advance(Duration.ofSeconds(15));
      assertThat(heard.get()).isEmpty();
      assertThat(server.world().contacts().find(id("lin"), id("mei")).orElseThrow().remark())
          .as("done long before it is told")
          .isEqualTo("梅梅");
      time.advance(Duration.ofSeconds(1));
      asking.join(Duration.ofSeconds(1));

      assertThat(heard.get()).contains(Retcode.OK);
    }
  }

  private Retcode remark() {
    try {
      return operate(ContactOperation.REMARK, "mei", false, "梅梅");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void hearsEachPageTwiceWhereAnswersGetLost() throws Exception {
    server.world().accounts().set("lin", Map.of("redelivery", "true"));
    cast.person("mei").says("one").to(cast.person("lin"));
    assertThat(web.hears()).containsExactly("one");

    cast.person("mei").says("two").to(cast.person("lin"));

    assertThat(web.hears()).containsExactly("one", "two");
    assertThat(web.hears()).containsExactly("two");
    assertThat(web.hears()).isEmpty();
  }

  private Retcode operate(int command, String whom, boolean pinned, String remark)
      throws InterruptedException {
    var request =
        new ContactOperation.Request(
            web.base(), web.passTicket(), web.name(whom), command, pinned, remark);
    return web.ask(ContactOperation.CALL, request).status().ret();
  }

  private Retcode accept(UserName who, Secret ticket) throws InterruptedException {
    var request = VerifyContact.Request.accepting(web.base(), web.passTicket(), who, ticket);
    return web.ask(VerifyContact.CALL, request).status().ret();
  }

  private Contact card(UserName name) throws InterruptedException {
    var request =
        new ContactBatch.Request(
            web.base(), web.passTicket(), List.of(ContactBatch.Entry.of(name)));
    return web.ask(ContactBatch.CALL, request).contacts().getFirst();
  }

  private dev.hongyan.server.world.AccountId id(String name) {
    return server.world().accounts().named(name).orElseThrow().id();
  }

  private List<String> violations() {
    return server.world().violations().report().list().stream()
        .map((Violation violation) -> violation.breach().code() + " " + violation.detail())
        .toList();
  }
}
