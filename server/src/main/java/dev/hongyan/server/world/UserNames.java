// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.Optional;

/**
 * The user names of one session (protocol reference 4.1): our own numbers under a cipher whose key
 * is the session's. The same number has the same name as long as the session lives, a restart of
 * the server included; in another session the name means nothing.
 *
 * <p>Safe for use by many threads.
 */
public final class UserNames {

  /** Bytes of a key. */
  public static final int KEY_LENGTH = 16;

  private static final int BLOCK = 16;
  private static final String PERSON = "@";
  private static final String ROOM = "@@";

  private static final byte SHORT_ACCOUNT = 1;
  private static final byte LONG_ACCOUNT = 2;
  private static final byte LONG_ROOM = 3;
  private static final byte SHORT_ROOM = 4;

  private final SessionCipher cipher;

  /** The names under this key of {@value #KEY_LENGTH} bytes. */
  public UserNames(byte[] key) {
    this(new SessionCipher(key));
  }

  UserNames(SessionCipher cipher) {
    this.cipher = cipher;
  }

  /**
   * The name of an account: special accounts go by their own, official accounts and one person in
   * eight have 32 hex digits, the others 64.
   */
  public String of(Account account) {
    return switch (account.kind()) {
      case SPECIAL -> account.name();
      case OFFICIAL -> PERSON + hide(SHORT_ACCOUNT, account.id().value(), 1);
      case PERSON ->
          hasShortName(account)
              ? PERSON + hide(SHORT_ACCOUNT, account.id().value(), 1)
              : PERSON + hide(LONG_ACCOUNT, account.id().value(), 2);
    };
  }

  /** The name of a chat room. */
  public String of(RoomId room) {
    return ROOM + hide(LONG_ROOM, room.value(), 2);
  }

  /** The second name of a chat room, under which its members are asked for (3.9). */
  public String encryptedOf(RoomId room) {
    return PERSON + hide(SHORT_ROOM, room.value(), 1);
  }

  /** Whether a person's name has 32 digits: whose has can write to himself (4.1). */
  public static boolean hasShortName(Account account) {
    return account.trait() % 8 == 3;
  }

  /**
   * Who or what has this name in this session, be it a first or a second one; nobody if it was
   * given out by another session or by none. Special accounts are not known here.
   */
  public Optional<ChatId> open(String name) {
    String digits = name.substring(prefixLength(name));
    if (digits.length() != 2 * BLOCK && digits.length() != 4 * BLOCK) {
      return Optional.empty();
    }
    return cipher.open(digits).flatMap(UserNames::named).filter(id -> named(id, name));
  }

  private static int prefixLength(String name) {
    if (name.startsWith(ROOM)) {
      return ROOM.length();
    }
    return name.startsWith(PERSON) ? PERSON.length() : 0;
  }

  /** Whether the name has the sign of its kind in front. */
  private static boolean named(ChatId id, String name) {
    boolean longRoom = id instanceof RoomId && name.length() > 4 * BLOCK;
    return longRoom ? name.startsWith(ROOM) : prefixLength(name) == PERSON.length();
  }

  private static Optional<ChatId> named(SessionCipher.Hidden hidden) {
    boolean oneBlock = hidden.blocks() == 1;
    long id = hidden.id();
    return switch (hidden.kind()) {
      case SHORT_ACCOUNT -> oneBlock ? Optional.of(new AccountId(id)) : Optional.empty();
      case LONG_ACCOUNT -> oneBlock ? Optional.empty() : Optional.of(new AccountId(id));
      case LONG_ROOM -> oneBlock ? Optional.empty() : Optional.of(new RoomId(id));
      case SHORT_ROOM -> oneBlock ? Optional.of(new RoomId(id)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private String hide(byte kind, long id, int blocks) {
    return cipher.hide(kind, id, blocks);
  }
}
