// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import dev.hongyan.protocol.Secret;

/**
 * What the check of a large file gives, to be shown when it is uploaded (protocol reference 3.19).
 */
public record UploadPermit(Secret aesKey, Secret signature) {

  /** None, as for all but large files. */
  public static final UploadPermit NONE = new UploadPermit(Secret.NONE, Secret.NONE);
}
