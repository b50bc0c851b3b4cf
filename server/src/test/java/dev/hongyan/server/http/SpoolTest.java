// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hongyan.protocol.Body;
import dev.hongyan.time.Randomness;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SpoolTest {

  @TempDir private Path folder;

  @Test
  void givesBackWhatCameAsOftenAsWanted() throws IOException {
    byte[] bytes = Randomness.seeded(1).bytes(100_000);
    Spool spool = Spool.in(folder);
    spool.add(Unpooled.wrappedBuffer(bytes, 0, 60_000));
    spool.add(Unpooled.wrappedBuffer(bytes, 60_000, 40_000));
    Body body = spool.body();

    assertThat(body.open().readAllBytes()).isEqualTo(bytes);
    assertThat(body.slice(59_999, 2).open().readAllBytes())
        .containsExactly(bytes[59_999], bytes[60_000]);
    spool.drop();
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> body.open().read());
    assertThat(folder).isEmptyDirectory();
  }

  // A server that was killed while it took a large body left a file in the system's folder, which
  // nobody swept.
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void hasNoNameThatCouldBeLeftBehind() throws IOException {
    Spool spool = Spool.in(folder);
    spool.add(Unpooled.wrappedBuffer(new byte[10]));

    assertThat(folder).isEmptyDirectory();
    spool.drop();
  }
}
