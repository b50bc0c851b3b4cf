// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.time.VirtualTime;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ViolationsTest {

  private final Violations violations = new Violations(VirtualTime.stepped(Scene.START));

  @Test
  void keepTheNewestAndCountAll() {
    for (int i = 0; i < Violations.KEPT + 10; i++) {
      violations.add(Breach.WRONG_SKEY, "webwxsync", "n" + i, Optional.of("lin"));
    }
    violations.add(Breach.ODD_DEVICE_ID, "webwxinit", "", Optional.empty());

    Violations.Report report = violations.report();
    assertThat(report.errors()).isEqualTo(Violations.KEPT + 10);
    assertThat(report.warnings()).isOne();
    assertThat(report.list()).hasSize(Violations.KEPT);
    assertThat(report.list().getFirst().detail()).isEqualTo("n11");
  }

  @Test
  void cutLongDetails() {
    violations.add(Breach.MISSING_FIELD, "webwxinit", "x".repeat(5000), Optional.empty());

    assertThat(violations.report().list().getFirst().detail()).hasSize(201);
  }

  @Test
  void haveCodesInKebabCaseThatAreDifferent() {
    assertThat(Arrays.stream(Breach.values()).map(Breach::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"))
        .contains("wrong-skey", "pass-ticket-missing");
    assertThat(Breach.WRONG_SKEY.isError()).isTrue();
    assertThat(Breach.PASS_TICKET_MISSING.isError()).isFalse();
  }
}
