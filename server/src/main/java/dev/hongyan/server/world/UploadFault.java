// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** Why an upload is given up; whatever had come of it is gone. */
public enum UploadFault {
  /** There is nothing in it. */
  EMPTY,
  /** More bytes are announced than its kind may have. */
  TOO_LARGE,
  /** Other bytes came than were announced: too many, too few, or parts that contradict. */
  WRONG_SIZE,
  /** The content is not what its MD5 says. */
  WRONG_MD5,
  /** A part came twice with other bytes, before its turn, or is none of those announced. */
  WRONG_PART,
  /** There is no room for more media. */
  NO_ROOM,
  /** The part broke off while it was read. */
  BROKEN
}
