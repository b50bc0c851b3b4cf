// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.fault;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.login.RedirectUri;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.time.Randomness;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The server has done what it was asked, and its reply says something else. */
public sealed interface Distortion extends Fault {

  /** The reply as it goes out; empty if there is nothing in it to distort, which is no occasion. */
  Optional<WebReply> distort(Occasion at, WebReply reply);

  /** Status and headers without a body (protocol reference 6.4). */
  record EmptyBody() implements Distortion {

    @Override
    public String kind() {
      return "empty";
    }

    @Override
    public Optional<WebReply> distort(Occasion at, WebReply reply) {
      return Replies.withBody(reply, Body.EMPTY);
    }
  }

  /** As many bytes as there were, but any: each time the same. Of a large body only the first. */
  record Garbage() implements Distortion {

    private static final long SEED = 20260301;

    /** No reader gets beyond them; a video need not be in memory. */
    private static final int MOST = 1 << 16;

    @Override
    public String kind() {
      return "garbage";
    }

    @Override
    public Optional<WebReply> distort(Occasion at, WebReply reply) {
      Body body = reply.body();
      int bytes = (int) Math.min(MOST, body.length());
      Body any = Body.of(Randomness.seeded(SEED).bytes(bytes));
      Body rest = body.slice(bytes, body.length() - bytes);
      return Replies.withBody(reply, Body.join(List.of(any, rest)));
    }
  }

  /**
   * The body ends too early, in a message that is whole as far as HTTP can tell.
   *
   * @param percent what is left of it, 0 to 99
   */
  record Truncated(int percent) implements Distortion {

    public Truncated {
      if (percent < 0 || percent > 99) {
        throw new IllegalArgumentException("percent is " + percent + ", allowed: 0 to 99");
      }
    }

    @Override
    public String kind() {
      return "truncated";
    }

    @Override
    public Optional<WebReply> distort(Occasion at, WebReply reply) {
      Body all = reply.body();
      return Replies.withBody(reply, all.slice(0, all.length() * percent / 100));
    }
  }

  /**
   * The label names a charset that the bytes are not in (protocol reference 6.1).
   *
   * @param name such as {@code GBK}
   */
  record WrongCharset(String name) implements Distortion {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:._-]{0,39}");

    public WrongCharset {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("charset is no name of a charset");
      }
    }

    @Override
    public String kind() {
      return "charset";
    }

    @Override
    public Optional<WebReply> distort(Occasion at, WebReply reply) {
      Headers labelled = Headers.NONE.and("Content-Type", "text/plain; charset=" + name);
      Headers others = Replies.without("Content-Type", reply.headers());
      return Optional.of(new WebReply(reply.status(), labelled.and(others), reply.body()));
    }
  }

  /** A sync says that there is more, and says so for ever. */
  record EndlessContinue() implements Distortion {

    @Override
    public String kind() {
      return "continue";
    }

    @Override
    public boolean suits(Call<?, ?> call) {
      return call.equals(Sync.CALL);
    }

    @Override
    public Optional<WebReply> distort(Occasion at, WebReply reply) {
      Sync.Reply news = Sync.CALL.reply(reply);
      return news.status().isOk()
          ? Replies.said(reply, Sync.CALL, Syncs.going(news))
          : Optional.empty();
    }
  }

  /** A sync gives its news with the old key, so that the page comes again (5.17). */
  record RepeatedPage() implements Distortion {

    @Override
    public String kind() {
      return "duplicate";
    }

    @Override
    public boolean suits(Call<?, ?> call) {
      return call.equals(Sync.CALL);
    }

    @Override
    public Optional<WebReply> distort(Occasion at, WebReply reply) {
      Sync.Reply news = Sync.CALL.reply(reply);
      return news.messages().isEmpty()
          ? Optional.empty()
          : Replies.said(
              reply, Sync.CALL, Syncs.withKey(news, Sync.CALL.read(at.request()).syncKey()));
    }
  }

  /**
   * The server's clock is wrong: every moment that the reply tells, the ends of cookies included.
   *
   * @param by below 0 if it is slow; a hundred years at most
   */
  record ClockJump(Duration by) implements Distortion {

    private static final Duration MOST = Duration.ofDays(36_500);

    public ClockJump {
      if (by.isZero() || by.abs().compareTo(MOST) > 0) {
        throw new IllegalArgumentException("by is " + by + ", allowed: not 0, at most " + MOST);
      }
    }

    @Override
    public String kind() {
      return "clock";
    }

    @Override
    public Optional<WebReply> distort(Occasion at, WebReply reply) {
      return Optional.of(new WrongClock(by).shown(at, reply));
    }
  }

  /**
   * The confirmed login goes on at another host (protocol reference 1.2).
   *
   * @param host with the port where it is not the scheme's own
   */
  record HostSwitch(String host) implements Distortion {

    public HostSwitch {
      if (RedirectUri.parse("https://" + host + "/?").isEmpty()) {
        throw new IllegalArgumentException("host is no host name with or without a port");
      }
    }

    @Override
    public String kind() {
      return "host";
    }

    @Override
    public boolean suits(Call<?, ?> call) {
      return call.equals(LoginPoll.CALL);
    }

    @Override
    public Optional<WebReply> distort(Occasion at, WebReply reply) {
      return LoginPoll.CALL.reply(reply) instanceof LoginPoll.Confirmed(RedirectUri uri)
          ? Replies.said(reply, LoginPoll.CALL, new LoginPoll.Confirmed(moved(uri)))
          : Optional.empty();
    }

    private RedirectUri moved(RedirectUri uri) {
      return new RedirectUri(new Origin(uri.origin().scheme(), host), uri.path(), uri.query());
    }
  }

  /** A page of contacts lacks every other entry. */
  record HalfContacts() implements Distortion {

    @Override
    public String kind() {
      return "half-contacts";
    }

    @Override
    public boolean suits(Call<?, ?> call) {
      return call.equals(ContactPage.CALL);
    }

    @Override
    public Optional<WebReply> distort(Occasion at, WebReply reply) {
      ContactPage.Reply page = ContactPage.CALL.reply(reply);
      List<Contact> all = page.contacts();
      List<Contact> half =
          IntStream.range(0, all.size()).filter(i -> i % 2 == 0).mapToObj(all::get).toList();
      return all.size() < 2
          ? Optional.empty()
          : Replies.said(
              reply, ContactPage.CALL, new ContactPage.Reply(page.status(), half, page.seq()));
    }
  }
}
