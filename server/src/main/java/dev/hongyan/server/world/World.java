// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Database;
import dev.hongyan.server.store.MediaFolder;
import dev.hongyan.server.store.Sql;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that is true on this server: people, what they know of each other, what they wrote,
 * and who is logged in. It knows the rules and keeps what it was told; it knows nothing of HTTP.
 *
 * <p>Whatever a method here has done is safe on disk when the method returns. All methods may be
 * called by many threads; those that wait say so.
 */
public final class World implements AutoCloseable {

  /** Folder of the media, beside the file of the world. */
  private static final String MEDIA_FOLDER = "media";

  private final Database database;
  private final boolean kept;
  private final Accounts accounts;
  private final Contacts contacts;
  private final FriendRequests friendRequests;
  private final Rooms rooms;
  private final Memberships memberships;
  private final Chats chats;
  private final Messages messages;
  private final Recalls recalls;
  private final Sessions sessions;
  private final Mailboxes mailboxes;
  private final LoginCodes codes;
  private final Throttle throttle;
  private final Violations violations;
  private final MediaStore media;
  private final Uploads uploads;

  private World(
      Database database, MediaStore media, boolean kept, Time time, Randomness randomness) {
    this.database = database;
    this.kept = kept;
    Wakeups wakeups = new Wakeups(time);
    MessageIds ids = new MessageIds(randomness, database.read(MessageTable::newest));
    Watchers watchers = new Watchers(time);
    Post post = new Post(time, ids, wakeups, watchers);
    Notes notes = new Notes(time, ids, post);
    Friendship friendship = new Friendship(post, notes);
    RoomNews news = new RoomNews(post, notes);
    violations = new Violations(time);
    throttle = new Throttle(time);
    accounts = new Accounts(database, wakeups, post);
    contacts = new Contacts(database, post, friendship);
    friendRequests = new FriendRequests(database, time, randomness, ids, post, friendship);
    rooms = new Rooms(database, post, news);
    memberships = new Memberships(database, time, news);
    chats = new Chats(database, post);
    messages = new Messages(database, time, ids, post, notes, throttle, violations, watchers);
    recalls = new Recalls(database, time, messages);
    sessions = new Sessions(database, time, randomness, wakeups);
    mailboxes = new Mailboxes(database, time, wakeups, sessions);
    codes = new LoginCodes(time, randomness, accounts, sessions);
    this.media = media;
    uploads = new Uploads(media, time);
  }

  /** A new world that is gone when it is closed. */
  public static World inMemory(Population population, Time time, Randomness randomness) {
    return inMemory(population, MediaStore.BUDGET, time, randomness);
  }

  /**
   * The same with room for other media; they are in a temporary folder as long as it is open.
   *
   * @param budget bytes that all media together may take
   */
  public static World inMemory(
      Population population, long budget, Time time, Randomness randomness) {
    return open(
        Database.inMemory(), MediaFolder.temporary(), budget, false, population, time, randomness);
  }

  /**
   * The world kept in this file, or a new one if there is none. Its media are in a folder beside
   * it.
   *
   * @param population who is in a new world; of no account if there is one already
   */
  public static World at(Path file, Population population, Time time, Randomness randomness) {
    return at(file, population, MediaStore.BUDGET, time, randomness);
  }

  /**
   * The same with room for other media.
   *
   * @param budget bytes that all media together may take
   */
  public static World at(
      Path file, Population population, long budget, Time time, Randomness randomness) {
    MediaFolder folder = MediaFolder.at(file.resolveSibling(MEDIA_FOLDER));
    return open(Database.at(file), folder, budget, true, population, time, randomness);
  }

  private static World open(
      Database database,
      MediaFolder folder,
      long budget,
      boolean kept,
      Population population,
      Time time,
      Randomness randomness) {
    try {
      MediaStore media = new MediaStore(database, folder, time, budget);
      World world = new World(database, media, kept, time, randomness);
      database.write(sql -> {
        if (AccountTable.all(sql).isEmpty()) {
          settle(sql, population);
        }
        return true;
      });
      return world;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Everybody. */
  public Accounts accounts() {
    return accounts;
  }

  /** Who knows whom. */
  public Contacts contacts() {
    return contacts;
  }

  /** Who wants to be whose friend. */
  public FriendRequests friendRequests() {
    return friendRequests;
  }

  /** Chat rooms. */
  public Rooms rooms() {
    return rooms;
  }

  /** Who comes into chat rooms, and who goes. */
  public Memberships memberships() {
    return memberships;
  }

  /** Chats on phones. */
  public Chats chats() {
    return chats;
  }

  /** Sending. */
  public Messages messages() {
    return messages;
  }

  /** Taking back what was sent. */
  public Recalls recalls() {
    return recalls;
  }

  /** Who is logged in. */
  public Sessions sessions() {
    return sessions;
  }

  /** What sessions are to hear. */
  public Mailboxes mailboxes() {
    return mailboxes;
  }

  /** Logins under way. */
  public LoginCodes codes() {
    return codes;
  }

  /** Who does what too often. */
  public Throttle throttle() {
    return throttle;
  }

  /** Pictures, voices, videos and files. */
  public MediaStore media() {
    return media;
  }

  /** What comes in parts. */
  public Uploads uploads() {
    return uploads;
  }

  /** What clients did wrong. */
  public Violations violations() {
    return violations;
  }

  /**
   * Begins anew with these people: sessions end, messages, codes and violations are gone.
   *
   * @throws WorldException if the world is kept in a file, or the people make no sense; then
   *     nothing has changed
   */
  public void reset(Population population) {
    if (kept) {
      throw WorldException.conflict("this world is kept in a data folder");
    }
    database.write(sql -> {
      for (Session session : SessionTable.live(sql)) {
        sessions.end(sql, session.number(), EndReason.RESET);
      }
      clear(sql);
      settle(sql, population);
      return true;
    });
    uploads.clear();
    database.write(media::sweep);
    codes.clear();
    throttle.clear();
    violations.clear();
  }

  /** Who is here and who knows whom: with this, another world begins as this one is now. */
  public Population population() {
    return database.read(Census::take);
  }

  /** How often something was made safe so far: many changes at once share a commit. */
  public long commits() {
    return database.commits();
  }

  /** Finishes what is under way and closes the file. */
  @Override
  public void close() {
    uploads.clear();
    database.close();
    media.close();
  }

  /** Everything but sessions: those that have ended are to be told so for a day. */
  private static void clear(Sql sql) throws SQLException {
    List<String> tables =
        List.of(
            "mail",
            "deferred_mail",
            "invitation",
            "friend_request",
            "acquaintance",
            "recall",
            "message_media",
            "upload",
            "media",
            "delivery",
            "chat",
            "message",
            "member",
            "room",
            "contact",
            "auth_ticket",
            "account",
            "party");
    for (String table : tables) {
      sql.update("DELETE FROM " + table);
    }
  }

  private static void settle(Sql sql, Population population) throws SQLException {
    Accounts.addSpecial(sql);
    Map<String, AccountId> ids = new HashMap<>();
    for (NewAccount account : population.accounts()) {
      ids.put(account.name(), Accounts.add(sql, account).id());
    }
    for (Population.Friendship friendship : population.friendships()) {
      AccountId owner = known(ids, friendship.owner());
      AccountId peer = known(ids, friendship.peer());
      if (owner.equals(peer)) {
        throw WorldException.illegal("nobody is his own contact: " + friendship.owner());
      }
      String remark = Names.requireText("remark", friendship.notes().remark().orElse(""));
      ContactTable.put(sql, owner, peer, remark);
      if (!friendship.notes().equals(ContactEdit.NONE.remark(remark))) {
        ContactTable.update(sql, owner, peer, friendship.notes());
      }
    }
    for (NewRoom room : population.rooms()) {
      Rooms.open(sql, room);
    }
  }

  private static AccountId known(Map<String, AccountId> ids, String name) {
    AccountId id = ids.get(name);
    if (id == null) {
      throw WorldException.unknown("no such account: " + name);
    }
    return id;
  }
}
