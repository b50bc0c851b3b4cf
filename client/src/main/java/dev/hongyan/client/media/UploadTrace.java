// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.media;

import dev.hongyan.client.store.UploadMark;
import java.util.Optional;

/** Remembers how far an upload is, for longer than the process lives. */
public interface UploadTrace {

  /** Remembers nothing. */
  UploadTrace NONE =
      new UploadTrace() {
        @Override
        public Optional<UploadMark> before() {
          return Optional.empty();
        }

        @Override
        public void reached(UploadMark mark) {}
      };

  /** How far it was. */
  Optional<UploadMark> before();

  /** It has come this far. */
  void reached(UploadMark mark);

  /** The same, knowing nothing of before. */
  default UploadTrace afresh() {
    UploadTrace kept = this;
    return new UploadTrace() {
      @Override
      public Optional<UploadMark> before() {
        return Optional.empty();
      }

      @Override
      public void reached(UploadMark mark) {
        kept.reached(mark);
      }
    };
  }
}
