// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

/**
 * A whole file to upload (protocol reference 3.18).
 *
 * @param name without a path; what foreign clients send may hold anything
 * @param contentType its MIME type
 * @param lastModified a date in any form, as {@code Date.toString()} gives it in a browser
 * @param size in bytes
 * @param md5 32 hex digits of all of it; empty from some clients
 */
public record UploadFile(
    String name,
    String contentType,
    String lastModified,
    long size,
    MediaClass mediaClass,
    String md5) {

  /** No file. */
  public static final UploadFile NONE = new UploadFile("", "", "", 0, MediaClass.DOCUMENT, "");

  /** The size only: a name is people's words. */
  @Override
  public String toString() {
    return mediaClass.word() + " of " + size + " bytes";
  }
}
