// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

/**
 * What messages with media say about them (protocol reference 5.1).
 *
 * @param imageStatus 1 none, 2 a picture is available
 * @param voiceLength milliseconds
 * @param playLength seconds
 * @param fileName title or file name, HTML-escaped
 * @param fileSize bytes as a decimal text, empty for none
 * @param mediaId handle for the download
 * @param url link, HTML-escaped
 * @param storeSticker whether it is a sticker of the store, without a download
 * @param encodedFileName percent-encoded file name
 */
public record MediaFields(
    int imageStatus,
    int voiceLength,
    int playLength,
    String fileName,
    String fileSize,
    String mediaId,
    String url,
    boolean storeSticker,
    int imageHeight,
    int imageWidth,
    String encodedFileName) {

  /** No media. */
  public static final MediaFields NONE = new MediaFields(1, 0, 0, "", "", "", "", false, 0, 0, "");
}
