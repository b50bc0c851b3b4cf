// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.demo;

import static dev.hongyan.cli.demo.StepFailedException.require;
import static dev.hongyan.cli.demo.StepFailedException.requireSame;

import dev.hongyan.cli.demo.Step.Seen;
import dev.hongyan.cli.output.Texts;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactBatch;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.StatusNote;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.StatusNotify;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.protocol.sync.SyncCheck;
import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** From the keys to the first news. */
final class SessionSteps {

  /** More than any sample account has in its book. */
  private static final int WHOLE_BOOK = 20_000;

  private final Stage stage;
  private final Texts texts;
  private final AccountId lin;
  private SyncKey begun = SyncKey.NONE;

  SessionSteps(Stage stage, Texts texts) {
    this.stage = stage;
    this.texts = texts;
    this.lin = stage.lin().account().id();
  }

  List<Step> all() {
    return List.of(
        new Step("init", this::init),
        new Step("statusnotify", this::sayReady),
        new Step("contacts", this::contacts),
        new Step("members", this::members),
        new Step("synccheck", this::check),
        new Step("sync", this::sync));
  }

  private Seen init() throws InterruptedException {
    Tap.Exchange exchange = stage.tap().next(Init.CALL);
    Init.Reply reply = Init.CALL.reply(exchange.reply());
    require(reply.status().isOk(), "the server refuses: " + reply.status().ret());
    String name = reply.self().names().nickName();
    requireSame("the account is", name, stage.lin().account().profile().nickName());
    begun = reply.syncKey();
    require(begun.isPresent(), "there is no sync key");
    return Seen.of(texts.get("demo.init", name, reply.recent().size(), keys(begun)), exchange);
  }

  private static String keys(SyncKey key) {
    return key.pairs().stream()
        .map(pair -> Integer.toString(pair.key()))
        .collect(Collectors.joining(" "));
  }

  private Seen sayReady() throws InterruptedException {
    Tap.Exchange exchange = stage.tap().next(StatusNotify.CALL);
    StatusNotify.Reply reply = StatusNotify.CALL.reply(exchange.reply());
    require(reply.status().isOk(), "the server refuses: " + reply.status().ret());
    require(reply.id().isPresent(), "the note has no id");
    return Seen.of(texts.get("demo.statusnotify", reply.id()), exchange);
  }

  private Seen contacts() throws InterruptedException {
    Tap.Exchange exchange = stage.tap().next(ContactPage.CALL);
    ContactPage.Reply page = ContactPage.CALL.reply(exchange.reply());
    require(page.status().isOk(), "the server refuses: " + page.status().ret());
    int book = stage.world().contacts().book(lin, 0, WHOLE_BOOK).entries().size();
    requireSame("entries of the address book", page.contacts().size(), book);
    List<String> friends =
        stage.world().contacts().of(lin).stream()
            .map(contact -> contact.account().profile().nickName())
            .toList();
    List<String> names = page.contacts().stream().map(c -> c.names().nickName()).toList();
    require(names.containsAll(friends), "not all friends of the server's are among the contacts");
    return Seen.of(
        texts.get("demo.contacts", page.contacts().size(), String.join(" ", friends)), exchange);
  }

  private Seen members() throws InterruptedException {
    Tap.Exchange exchange = stage.tap().next(ContactBatch.CALL);
    ContactBatch.Reply batch = ContactBatch.CALL.reply(exchange.reply());
    Optional<Contact> room =
        batch.contacts().stream().filter(contact -> contact.userName().isRoom()).findFirst();
    require(room.isPresent(), "no room has come");
    Membership known = stage.world().rooms().of(lin).getFirst();
    requireSame("the room is", room.get().names().nickName(), known.room().topic());
    List<String> names = new ArrayList<>();
    stage
        .world()
        .rooms()
        .members(known.room().id())
        .forEach(m -> names.add(name(m.displayName(), m.account().profile().nickName())));
    requireSame("members", room.get().room().members().stream().map(this::name).toList(), names);
    return Seen.of(
        texts.get("demo.members", known.room().topic(), String.join(" ", names)), exchange);
  }

  private String name(Member member) {
    return name(member.displayName(), member.nickName());
  }

  private static String name(String displayName, String nickName) {
    return displayName.isEmpty() ? nickName : displayName;
  }

  private Seen check() throws InterruptedException {
    stage.awaitLogin();
    stage.wechat().start();
    Tap.Exchange exchange = stage.tap().next(SyncCheck.CALL);
    SyncCheck.Reply reply = SyncCheck.CALL.reply(exchange.reply());
    require(reply.retcode().isOk(), "the check says " + reply.retcode());
    require(reply.selector() != 0, "the phone's list of chats is no news");
    return Seen.of(texts.get("demo.synccheck", reply.retcode().code(), reply.selector()), exchange);
  }

  private Seen sync() throws InterruptedException {
    Tap.Exchange exchange = stage.tap().next(Sync.CALL);
    Sync.Reply reply = Sync.CALL.reply(exchange.reply());
    require(reply.status().isOk(), "the server refuses: " + reply.status().ret());
    require(!reply.syncKey().equals(begun), "the sync key has not moved");
    StatusNote note =
        reply.messages().stream()
            .map(MessageItem::note)
            .filter(any -> any.code() == StatusNote.CHATS)
            .findFirst()
            .orElseThrow(() -> new StepFailedException("the phone's list of chats has not come"));
    return Seen.of(texts.get("demo.sync", reply.messages().size(), note.chats().size()), exchange);
  }
}
