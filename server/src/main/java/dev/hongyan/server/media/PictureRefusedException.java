// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.media;

import java.io.Serial;

/** Bytes that are not decoded as a picture. */
public final class PictureRefusedException extends Exception {

  @Serial private static final long serialVersionUID = 1;

  /** Why not. */
  public enum Reason {
    /** They are none, or of a format that is not known. */
    NO_PICTURE,
    /** It has more than {@link PictureReader#PIXELS} pixels. */
    TOO_LARGE,
    /** It is broken. */
    BROKEN
  }

  private final Reason reason;

  PictureRefusedException(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  /** Why not. */
  public Reason reason() {
    return reason;
  }
}
