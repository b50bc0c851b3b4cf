// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServerOptions;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class SocketHelperTest extends HelperScenarios {

  @RegisterExtension
  final HongyanExtension hongyan =
      new HongyanExtension(
          TestServerOptions.overSockets().with(server -> server.holding(Duration.ofSeconds(1))));
}
