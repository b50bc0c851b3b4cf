// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** As what a web session presents itself; it stays that as long as it lives. */
public enum ClientKind {
  /** The web client: all chats and the address book. */
  WEB("web"),
  /** The file transfer assistant: the chat with one's own phone and nothing else (11). */
  FILE_HELPER("filehelper");

  private final String word;

  ClientKind(String word) {
    this.word = word;
  }

  /** Our word for it, as the phone API shows it. */
  public String word() {
    return word;
  }
}
