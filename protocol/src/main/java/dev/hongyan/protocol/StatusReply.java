// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import dev.hongyan.protocol.shape.Shape;

/** The reply of calls that answer nothing but how they went. */
public record StatusReply(Status status) implements Answer {

  /** It went well. */
  public static final StatusReply OK = new StatusReply(Status.OK);

  /** On the wire. */
  public static final Shape<StatusReply> SHAPE =
      new Shape<>(
          OK,
          (f, r) -> new StatusReply(f.required().object("BaseResponse", Status.SHAPE, r.status)));
}
