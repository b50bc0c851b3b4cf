// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hongyan.client.http.HttpTransport.FlowLimits;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class JdkFlowTest extends HttpFlowContract {

  @Override
  HttpTransport transport() {
    return HttpTransport.jdk();
  }

  @Test
  void bytesAreHandedOnWhileMoreAreToCome() throws Exception {
    CountDownLatch seen = new CountDownLatch(2);
    FlowLimits limits = new FlowLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), 10);
    try (HttpTransport transport = transport();
        ScriptedServer server =
            new ScriptedServer((_, out) -> {
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nab".getBytes(ISO_8859_1));
              out.flush();
              assertThat(seen.await(20, TimeUnit.SECONDS)).isTrue();
              out.write("cd".getBytes(ISO_8859_1));
            })) {
      Glass glass = new Glass();
      var reply =
          transport.exchange(get(server), limits, head -> new Watched(glass.open(head), seen));

      assertThat(reply.status()).isEqualTo(200);
      assertThat(glass.content).hasToString("abcd");
    }
  }

  @Test
  void aSlowReaderSlowsTheSender() throws Exception {
    AtomicLong written = new AtomicLong();
    FlowLimits limits = new FlowLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), 1L << 40);
    try (HttpTransport transport = transport();
        ScriptedServer server =
            new ScriptedServer((_, out) -> {
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
              while (true) {
                out.write(new byte[1 << 16]);
                written.addAndGet(1 << 16);
              }
            })) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> transport.exchange(get(server), limits, _ -> new Asleep()));
    }
    assertThat(written).hasValueLessThan(64L << 20);
  }

  @Test
  void theDeadlineCoversABodyThatDrips() {
    FlowLimits limits = new FlowLimits(Duration.ofMillis(200), Duration.ofMillis(500), 1000);
    Time time = Time.system();
    try (HttpTransport transport = transport();
        ScriptedServer server =
            new ScriptedServer((_, out) -> {
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
              while (true) {
                out.write('x');
                time.pause(Duration.ofMillis(20));
              }
            })) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> transport.exchange(get(server), limits, new Glass()));
    }
  }

  /** Counts what it passes on. */
  private static final class Watched extends OutputStream {
    private final OutputStream out;
    private final CountDownLatch seen;

    Watched(OutputStream out, CountDownLatch seen) {
      this.out = out;
      this.seen = seen;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      seen.countDown();
    }
  }

  /** Takes a second for the first bytes, and then no more. */
  private static final class Asleep extends OutputStream {
    @Override
    public void write(int one) {
      try {
        Time.system().pause(Duration.ofSeconds(1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new IllegalStateException("had enough");
    }
  }
}
