// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.Optional;

/**
 * One part of an upload, and what it says about the whole (protocol reference 3.18).
 *
 * @param id the client's own id of the upload, the same for all parts
 * @param md5 32 hex digits of the whole, if the client says
 * @param size bytes of the whole
 * @param number of this part, from 0
 * @param count of all parts
 * @param inAnyOrder whether parts may come side by side; then all but the last have {@link
 *     Uploads#PART} bytes
 */
public record UploadPart(
    AccountId account,
    String id,
    String name,
    MediaKind kind,
    Optional<String> md5,
    long size,
    int number,
    int count,
    boolean inAnyOrder) {

  boolean isSameUploadAs(UploadPart other) {
    return size == other.size
        && count == other.count
        && md5.equals(other.md5)
        && inAnyOrder == other.inAnyOrder;
  }
}
