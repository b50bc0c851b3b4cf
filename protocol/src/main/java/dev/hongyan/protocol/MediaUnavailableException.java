// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import java.io.Serial;

/** The server answers, but what it has is not the media that was asked for. */
public final class MediaUnavailableException extends WebWxException {

  @Serial private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why there is no media. */
  public enum Reason {
    /**
     * An empty answer, again and again: it has expired, is not there yet, or is a sticker of the
     * store (protocol reference 3.20).
     */
    EMPTY,
    /** It is larger than the caller takes. */
    TOO_LARGE,
    /** What came after a break belongs to something else. */
    CHANGED
  }

  /** Media that this call does not bring. */
  public MediaUnavailableException(String call, Reason reason) {
    super(
        call,
        switch (reason) {
          case EMPTY -> "the server has no bytes for it";
          case TOO_LARGE -> "it is larger than allowed";
          case CHANGED -> "it has changed while it was fetched";
        });
    this.reason = reason;
  }

  /** Why there is none. */
  public Reason reason() {
    return reason;
  }
}
