// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.CallContext;
import dev.hongyan.protocol.ClientMessageId;
import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactBatch;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.login.CodePicture;
import dev.hongyan.protocol.login.LoginPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.login.Logout;
import dev.hongyan.protocol.login.NewCode;
import dev.hongyan.protocol.message.Envelope;
import dev.hongyan.protocol.message.OutgoingText;
import dev.hongyan.protocol.message.SendRequest;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.protocol.message.StatusNote;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.StatusNotify;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.protocol.sync.SyncCheck;
import dev.hongyan.server.world.Draft;
import dev.hongyan.server.world.Message;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session from the first call to the last, by hand, without sockets and without a client. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class LifeCycleTest {

  private static final Origin HERE = new Origin("http", "localhost:7600");

  private final VirtualTime time = VirtualTime.flowing(Instant.parse("2026-01-01T00:00:00Z"));
  private final Server server =
      Server.withoutSockets(ServerOptions.inMemory(), time, Randomness.seeded(1));

  private Credentials credentials = Credentials.NONE;

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void leadsFromTheCodeToTheLogout() throws InterruptedException {
    try (var _ = time.enter()) {
      LoginUuid uuid = ask(NewCode.CALL, new NewCode.Request(NewCode.WEB_APP, "")).uuid();
      assertThat(ask(CodePicture.CALL, uuid).isPresent()).isTrue();
      assertThat(poll(uuid, true)).isEqualTo(new LoginPoll.Waiting());
      server.world().codes().scan(uuid.value(), "lin");
      assertThat(poll(uuid, true)).isInstanceOf(LoginPoll.Scanned.class);
      server.world().codes().confirm(uuid.value());

      var confirmed = (LoginPoll.Confirmed) poll(uuid, false);
      var page = ask(LoginPage.CALL, new LoginPage.Request(confirmed.redirectUri().query()));
      credentials = page.credentials();
      Init.Reply init = ask(Init.CALL, new Init.Request(base(), credentials.passTicket()));
      credentials = credentials.renewed(init.skey());

      assertThat(confirmed.redirectUri().origin()).isEqualTo(HERE);
      assertThat(init.self().names().nickName()).isEqualTo("林");
      assertThat(init.syncKey().pairs()).hasSize(4);

      UserName self = init.self().userName();
      ask(
          StatusNotify.CALL,
          new StatusNotify.Request(
              base(),
              credentials.passTicket(),
              StatusNotify.READY,
              self,
              self,
              new ClientMessageId("1")));
      var contacts =
          ask(
              ContactPage.CALL,
              new ContactPage.Request(credentials.skey(), credentials.passTicket(), 0));
      Contact mei =
          contacts.contacts().stream()
              .filter(c -> c.names().nickName().equals("梅"))
              .findFirst()
              .orElseThrow();
      UserName team = init.chats().stream().filter(UserName::isRoom).findFirst().orElseThrow();
      var members =
          ask(
                  ContactBatch.CALL,
                  new ContactBatch.Request(
                      base(), credentials.passTicket(), List.of(ContactBatch.Entry.of(team))))
              .contacts()
              .getFirst()
              .room();
      assertThat(members.members()).hasSize(4);

      assertThat(check(init.syncKey()).selector()).isEqualTo(2);
      Sync.Reply chats = sync(init.syncKey());
      assertThat(chats.messages().getFirst().note().code()).isEqualTo(StatusNote.CHATS);
      assertThat(check(chats.syncKey()).selector()).isZero();

      var lin = server.world().accounts().named("lin").orElseThrow().id();
      var meiId = server.world().accounts().named("mei").orElseThrow().id();
      server.world().messages().send(Draft.typed(meiId, lin, "a < b\nc"));
      Sync.Reply news = sync(chats.syncKey());
      assertThat(news.messages()).hasSize(1);
      assertThat(news.messages().getFirst().content()).isEqualTo("a &lt; b<br/>c");
      assertThat(news.messages().getFirst().from()).isEqualTo(mei.userName());

      var text =
          OutgoingText.of("hello", new Envelope(self, mei.userName(), new ClientMessageId("42")));
      var sending = new SendRequest<>(base(), credentials.passTicket(), text);
      var sent = ask(SendText.CALL, sending);
      assertThat(sent.status().isOk()).isTrue();
      assertThat(ask(SendText.CALL, sending).id()).isEqualTo(sent.id());
      assertThat(server.world().messages().onPhone(meiId, 0, 10))
          .extracting(Message::content)
          .extracting(c -> c.text())
          .containsExactly("a < b\nc", "hello");

      ask(
          Logout.CALL,
          new Logout.Request(credentials.uin(), credentials.sid(), credentials.skey(), false));
      assertThat(check(news.syncKey()).retcode().code()).isEqualTo(1101);
      assertThat(server.world().violations().report().list()).isEmpty();
    }
  }

  private LoginPoll.Reply poll(LoginUuid uuid, boolean first) throws InterruptedException {
    return ask(LoginPoll.CALL, new LoginPoll.Request(uuid, first, true));
  }

  private SyncCheck.Reply check(SyncKey key) throws InterruptedException {
    return ask(SyncCheck.CALL, new SyncCheck.Request(base(), key.parameter()));
  }

  private Sync.Reply sync(SyncKey key) throws InterruptedException {
    return ask(Sync.CALL, new Sync.Request(base(), credentials.passTicket(), key));
  }

  private BaseRequest base() {
    return BaseRequest.of(credentials, "e123456789012345");
  }

  private <Q, R> R ask(Call<Q, R> call, Q question) throws InterruptedException {
    var request =
        call.request(question, HERE, new CallContext(time.instant().toEpochMilli(), "zh_CN", ""));
    String cookies = "wxuin=" + credentials.uin() + "; wxsid=" + credentials.sid().value();
    try {
      return call.reply(
          server.handle(request.with(request.headers().and("Cookie", cookies)), Server.MEMORY));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
