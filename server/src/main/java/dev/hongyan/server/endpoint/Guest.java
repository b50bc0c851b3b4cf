// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.UserName;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.ClientKind;
import dev.hongyan.server.world.RoomId;
import dev.hongyan.server.world.Session;
import dev.hongyan.server.world.Switch;

/** Somebody who may ask: a session, whose it is, and the request with which it comes. */
record Guest(Session session, Account account, Visit visit) {

  /** The account itself, by the name that this session has for it. */
  UserName self() {
    return name(account);
  }

  /** Anybody, by the name that this session has for him. */
  UserName name(Account other) {
    return new UserName(session.userNames().of(other));
  }

  /** A chat room, by the name that this session has for it. */
  UserName name(RoomId room) {
    return new UserName(session.userNames().of(room));
  }

  /** Whether all that it sees is the chat with its own phone. */
  boolean isFileHelper() {
    return session.kind() == ClientKind.FILE_HELPER;
  }

  boolean is(AccountId id) {
    return account.id().equals(id);
  }

  <T> T switched(Switch<T> key) {
    return account.switches().of(key);
  }
}
