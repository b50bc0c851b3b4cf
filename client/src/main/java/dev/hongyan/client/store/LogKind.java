// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

/** What a file of records holds; the four letters stand in its header. */
enum LogKind {
  SESSION("sess"),
  INBOX("inbx"),
  OUTBOX("outb"),
  IDENTITIES("whos");

  private final String mark;

  LogKind(String mark) {
    this.mark = mark;
  }

  /** Four ASCII letters. */
  String mark() {
    return mark;
  }
}
