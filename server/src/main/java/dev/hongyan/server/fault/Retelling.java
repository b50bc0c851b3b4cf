// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.fault;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.login.RedirectUri;
import dev.hongyan.protocol.sync.Sync;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A distortion of what one call tells: the reply is well made and says something else.
 *
 * @param <R> what the call answers
 */
public sealed interface Retelling<R> extends Distortion {

  /** The only call that it befalls. */
  Call<?, R> call();

  /** What the reply says instead; empty if this one gives no occasion. */
  Optional<R> retold(Occasion at, R told);

  @Override
  default boolean suits(Call<?, ?> asked) {
    return asked.equals(call());
  }

  @Override
  default Optional<WebReply> distort(Occasion at, WebReply reply) {
    return retold(at, call().reply(reply)).flatMap(other -> Replies.said(reply, call(), other));
  }

  /** A sync says that there is more, and says so for ever. */
  record EndlessContinue() implements Retelling<Sync.Reply> {

    @Override
    public String kind() {
      return "continue";
    }

    @Override
    public Call<?, Sync.Reply> call() {
      return Sync.CALL;
    }

    @Override
    public Optional<Sync.Reply> retold(Occasion at, Sync.Reply news) {
      return news.status().isOk() ? Optional.of(Syncs.going(news)) : Optional.empty();
    }
  }

  /** A sync gives its news with the old key, so that the page comes again (5.17). */
  record RepeatedPage() implements Retelling<Sync.Reply> {

    @Override
    public String kind() {
      return "duplicate";
    }

    @Override
    public Call<?, Sync.Reply> call() {
      return Sync.CALL;
    }

    @Override
    public Optional<Sync.Reply> retold(Occasion at, Sync.Reply news) {
      return news.messages().isEmpty()
          ? Optional.empty()
          : Optional.of(Syncs.withKey(news, Sync.CALL.read(at.request()).syncKey()));
    }
  }

  /**
   * The confirmed login goes on at another host (protocol reference 1.2).
   *
   * @param host with the port where it is not the scheme's own
   */
  record HostSwitch(String host) implements Retelling<LoginPoll.Reply> {

    public HostSwitch {
      if (RedirectUri.parse("https://" + host + "/?").isEmpty()) {
        throw new WrongTermException("host", "is no host name with or without a port");
      }
    }

    @Override
    public String kind() {
      return "host";
    }

    @Override
    public Call<?, LoginPoll.Reply> call() {
      return LoginPoll.CALL;
    }

    @Override
    public Optional<LoginPoll.Reply> retold(Occasion at, LoginPoll.Reply told) {
      return told instanceof LoginPoll.Confirmed(RedirectUri uri)
          ? Optional.of(new LoginPoll.Confirmed(moved(uri)))
          : Optional.empty();
    }

    private RedirectUri moved(RedirectUri uri) {
      return new RedirectUri(new Origin(uri.origin().scheme(), host), uri.path(), uri.query());
    }
  }

  /** A page of contacts lacks every other entry. */
  record HalfContacts() implements Retelling<ContactPage.Reply> {

    @Override
    public String kind() {
      return "half-contacts";
    }

    @Override
    public Call<?, ContactPage.Reply> call() {
      return ContactPage.CALL;
    }

    @Override
    public Optional<ContactPage.Reply> retold(Occasion at, ContactPage.Reply page) {
      List<Contact> all = page.contacts();
      List<Contact> half =
          IntStream.range(0, all.size()).filter(i -> i % 2 == 0).mapToObj(all::get).toList();
      return all.size() < 2
          ? Optional.empty()
          : Optional.of(new ContactPage.Reply(page.status(), half, page.seq()));
    }
  }
}
