// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import dev.hongyan.testkit.HongyanExtension;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(HongyanExtension.class)
class MemoryMediaTest extends MediaScenarios {}
