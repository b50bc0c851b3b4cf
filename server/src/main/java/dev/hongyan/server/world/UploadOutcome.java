// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** What became of a part of an upload. */
public sealed interface UploadOutcome {

  /** It is here; more are to come. */
  record Unfinished() implements UploadOutcome {}

  /**
   * It was the last: the account may send the content from now on.
   *
   * @param number under which the account has it
   */
  record Finished(long number, Attachment file) implements UploadOutcome {}

  /** It was not taken, and the whole upload is given up. */
  record Refused(UploadFault fault) implements UploadOutcome {}
}
