// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.sync;

import dev.hongyan.client.identity.Identities;
import dev.hongyan.client.identity.Identity;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.RealIds;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is who in messages. They come also when that cannot be kept, on a full disk say. */
final class Introductions {

  private static final Logger LOG = LoggerFactory.getLogger(Introductions.class);

  private final Identities identities;

  Introductions(Identities identities) {
    this.identities = identities;
  }

  /** Takes what a message lets slip about who is behind user names (protocol reference 4.11). */
  void learn(MessageItem item, UserName chat) {
    try {
      RealIds.of(item, chat).forEach(identities::learn);
    } catch (UncheckedIOException e) {
      LOG.error("identities cannot be written, a proof is lost: {}", e.getMessage());
    }
  }

  /** Who that is across logins, if anybody knows. */
  Optional<Identity> of(UserName name) {
    try {
      return name.isPresent() ? identities.of(name) : Optional.empty();
    } catch (UncheckedIOException e) {
      LOG.error("identities cannot be written: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
