// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.sync;

import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.ContactFlags;
import dev.hongyan.protocol.shape.Shape;

/** A contact or room that is none any more (protocol reference 3.11). */
public record ContactGone(UserName userName, ContactFlags flags) {

  /** On the wire. */
  static final Shape<ContactGone> SHAPE =
      new Shape<>(
          new ContactGone(UserName.NONE, ContactFlags.NONE),
          (f, g) ->
              new ContactGone(
                  f.word("UserName", g.userName, UserName::new, UserName::value),
                  new ContactFlags(f.number("ContactFlag", g.flags.bits()))));
}
