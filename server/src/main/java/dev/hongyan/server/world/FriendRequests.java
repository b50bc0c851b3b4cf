// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Database;
import dev.hongyan.server.store.Sql;
import dev.hongyan.time.Randomness;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Asking to be somebody's friend, and saying yes to it. */
public final class FriendRequests {

  /** Letters of a greeting; the phone lets one type no more. */
  public static final int GREETING_LIMIT = 50;

  /** How people find each other (protocol reference 5.10). */
  private static final int BY_SEARCH = 3;

  private static final int IN_ROOM = 14;

  private static final String HEX = "0123456789abcdef";
  private static final int TICKET = 80;

  private final Database database;
  private final InstantSource time;
  private final Randomness randomness;
  private final MessageIds ids;
  private final Post post;
  private final Friendship friendship;

  FriendRequests(
      Database database,
      InstantSource time,
      Randomness randomness,
      MessageIds ids,
      Post post,
      Friendship friendship) {
    this.database = database;
    this.time = time;
    this.randomness = randomness;
    this.ids = ids;
    this.post = post;
    this.friendship = friendship;
  }

  /** Those that wait for somebody's answer, oldest first. */
  public List<FriendRequest> to(AccountId asked) {
    return database.read(sql -> FriendRequestTable.to(sql, asked));
  }

  /**
   * Somebody asks somebody to be friends. Who still has the asker in his address book is not
   * bothered: they are friends again. Who has blocked him never hears of it.
   *
   * @throws WorldException if one of them is not there, both are the same, or the greeting has more
   *     than {@value #GREETING_LIMIT} letters
   */
  public void ask(AccountId asker, AccountId asked, String greeting) {
    if (asker.equals(asked)) {
      throw WorldException.conflict("nobody is his own contact");
    }
    if (greeting.codePointCount(0, greeting.length()) > GREETING_LIMIT) {
      throw WorldException.illegal("greeting", "has more than " + GREETING_LIMIT + " characters");
    }
    database.write(sql -> {
      ask(sql, AccountTable.get(sql, asker), AccountTable.get(sql, asked), greeting);
      return true;
    });
  }

  /**
   * Says yes.
   *
   * @throws WorldException if nobody has asked
   */
  public void accept(AccountId asked, AccountId asker, String remark) {
    Names.requireRemark(remark);
    database.write(sql -> {
      FriendRequest request =
          FriendRequestTable.find(sql, asked, asker)
              .orElseThrow(() -> WorldException.conflict("he has not asked to be a friend"));
      accept(sql, request, remark);
      return true;
    });
  }

  /** Says yes with a ticket; tells whether it is that of a request which waits. */
  public boolean acceptWith(AccountId asked, AccountId asker, String ticket) {
    return database.write(sql -> {
      Optional<FriendRequest> request =
          FriendRequestTable.find(sql, asked, asker)
              .filter(waiting -> Secret.same(waiting.ticket(), ticket));
      if (request.isPresent()) {
        accept(sql, request.get(), "");
      }
      return request.isPresent();
    });
  }

  private void accept(Sql sql, FriendRequest request, String remark) throws SQLException {
    FriendRequestTable.delete(sql, request.asked(), request.asker().id());
    FriendRequestTable.delete(sql, request.asker().id(), request.asked());
    Account asked = AccountTable.get(sql, request.asked());
    friendship.begin(sql, asked, request.asker(), remark);
  }

  private void ask(Sql sql, Account asker, Account asked, String greeting) throws SQLException {
    boolean knows = ContactTable.has(sql, asker.id(), asked.id());
    boolean isKnown = ContactTable.has(sql, asked.id(), asker.id());
    if (knows && isKnown) {
      return;
    }
    if (isKnown && !ContactTable.isBlocked(sql, asked.id(), asker.id())) {
      friendship.begin(sql, asker, asked, "");
    } else if (!isKnown) {
      deliver(sql, asker, asked, greeting);
    }
  }

  private void deliver(Sql sql, Account asker, Account asked, String greeting) throws SQLException {
    int scene = RoomTable.shareRoom(sql, asker.id(), asked.id()) ? IN_ROOM : BY_SEARCH;
    String ticket = "v2_" + randomness.letters(TICKET, HEX) + "@stranger";
    var now = time.instant();
    FriendRequestTable.put(sql, new FriendRequest(asker, asked.id(), greeting, scene, ticket, now));
    ContactTable.meet(sql, asked.id(), asker.id());
    Message message =
        new Message(
            ids.next(now),
            AccountTable.named(sql, "fmessage").orElseThrow().id(),
            asked.id(),
            new Content.Request(asker.id(), greeting, scene, ticket),
            now,
            Optional.empty(),
            Optional.empty());
    MessageTable.insert(sql, message);
    post.delivered(sql, asked.id(), message, message.from());
    post.arrived(sql, asked.id(), message);
  }
}
