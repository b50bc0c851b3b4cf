// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Database;
import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an account sees when it opens the phone: its chats, the newest first. */
public final class Chats {

  private final Database database;
  private final Post post;

  Chats(Database database, Post post) {
    this.database = database;
    this.post = post;
  }

  /**
   * The current chats: those with messages by age, and after them those that could have some — the
   * account's rooms, the file helper, the service, people.
   */
  public List<ChatId> recent(AccountId account, int limit) {
    return database.read(sql -> recent(sql, account, limit));
  }

  /** Messages in a chat that its owner has not read, as far as the phone knows. */
  public int unread(AccountId account, ChatId chat) {
    return database.read(sql -> MessageTable.unread(sql, account, chat));
  }

  /** The web client has read a chat. */
  public void markRead(AccountId account, ChatId chat) {
    database.write(sql -> {
      MessageTable.markRead(sql, account, chat);
      return true;
    });
  }

  /** Somebody opens a chat on his phone, and reads what is in it. */
  public void open(AccountId account, ChatId chat) {
    notice(account, Mail.Notice.ENTERED, chat);
  }

  /** Somebody has read a chat on his phone. */
  public void read(AccountId account, ChatId chat) {
    notice(account, Mail.Notice.READ, chat);
  }

  /** Somebody goes back to the list of chats on his phone. */
  public void leave(AccountId account, ChatId chat) {
    notice(account, Mail.Notice.LEFT, chat);
  }

  private void notice(AccountId account, Mail.Notice notice, ChatId chat) {
    database.write(sql -> {
      if (notice != Mail.Notice.LEFT) {
        MessageTable.markRead(sql, account, chat);
      }
      post.noticed(sql, account, notice, chat);
      return true;
    });
  }

  /**
   * Tells a session which chats there are, as the phone does once the web client is ready (3.7).
   */
  public void tellCurrent(Session session, int limit) {
    database.write(sql -> {
      List<ChatId> chats = recent(sql, session.account(), limit);
      post.noticed(sql, session.number(), Mail.Notice.CURRENT, chats);
      return true;
    });
  }

  private static List<ChatId> recent(Sql sql, AccountId account, int limit) throws SQLException {
    Set<ChatId> chats = new LinkedHashSet<>(MessageTable.recentChats(sql, account, limit));
    for (Membership membership : RoomTable.of(sql, account)) {
      chats.add(membership.room().id());
    }
    chats.add(special(sql, Accounts.FILE_HELPER));
    chats.add(special(sql, "weixin"));
    for (Contact contact : ContactTable.of(sql, account, 0, limit)) {
      chats.add(contact.account().id());
    }
    List<ChatId> list = new ArrayList<>(chats);
    return list.subList(0, Math.min(limit, list.size()));
  }

  private static AccountId special(Sql sql, String name) throws SQLException {
    return AccountTable.named(sql, name).orElseThrow().id();
  }
}
