// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.fault;

import dev.hongyan.protocol.Call;
import java.util.Optional;

/**
 * Something that goes wrong on purpose. Ordered by {@link #on} or {@link #everywhere} and given to
 * {@link Faults#inject}:
 *
 * {@snippet :
 * server.faults().inject(new Mishap.Lost().on(Sync.CALL).of("lin").times(3));
 * }
 */
public sealed interface Fault permits Denial, Distortion, Mishap {

  /** What people call it; the phone API's word. */
  String kind();

  /** Whether it can befall this call at all. */
  default boolean suits(Call<?, ?> call) {
    return true;
  }

  /**
   * It befalls this call, each time.
   *
   * @throws IllegalArgumentException if it cannot
   */
  default FaultOrder on(Call<?, ?> call) {
    return new FaultOrder(this, Optional.of(call.name()), Optional.empty(), new Frequency.Always());
  }

  /** It befalls every call that it suits, each time. */
  default FaultOrder everywhere() {
    return new FaultOrder(this, Optional.empty(), Optional.empty(), new Frequency.Always());
  }
}
