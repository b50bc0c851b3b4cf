// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.fault;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.WebRequest;
import java.time.Instant;

/**
 * Where a fault could strike.
 *
 * @param now by the server's clock
 */
public record Occasion(Call<?, ?> call, WebRequest request, Instant now) {}
