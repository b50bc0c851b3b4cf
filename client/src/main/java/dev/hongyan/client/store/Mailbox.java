// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

/** The inbox and the outbox of an account in the hands of their one owner, until closed. */
public interface Mailbox extends AutoCloseable {

  /** What has arrived. */
  InboxStore inbox();

  /** What is being sent. */
  OutboxStore outbox();

  /** Lets another owner have them. */
  @Override
  void close();
}
