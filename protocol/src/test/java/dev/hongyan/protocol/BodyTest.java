// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class BodyTest {

  private static final byte[] BYTES = "0123456789".getBytes(StandardCharsets.UTF_8);

  private final AtomicInteger open = new AtomicInteger();

  @Test
  void aBodyInMemoryHasItsBytesAndStreamsThem() throws IOException {
    Body body = Body.of(BYTES);

    assertThat(body.isInMemory()).isTrue();
    assertThat(body.bytes()).isSameAs(BYTES);
    assertThat(read(body)).isEqualTo("0123456789");
    assertThat(body).isEqualTo(Body.of("0123456789")).hasToString("10 bytes");
  }

  @Test
  void aStreamedBodyIsReadAsOftenAsWanted() throws IOException {
    Body body = streamed();

    assertThat(body.isInMemory()).isFalse();
    assertThat(body.length()).isEqualTo(10);
    assertThat(read(body)).isEqualTo(read(body)).isEqualTo("0123456789");
    assertThat(open).hasValue(0);
  }

  @Test
  void aStreamedBodyHasNoBytesInMemory() {
    assertThatIllegalStateException().isThrownBy(streamed()::bytes);
    assertThatIllegalStateException().isThrownBy(streamed()::text);
  }

  @Test
  void streamedBodiesAreEqualByTheirSource() {
    Body.Source source = () -> new ByteArrayInputStream(BYTES);

    assertThat(Body.of(10, source)).isEqualTo(Body.of(10, source)).hasSameHashCodeAs(source);
    assertThat(Body.of(10, source)).isNotEqualTo(Body.of(9, source)).isNotEqualTo(Body.of(BYTES));
    assertThat(Body.of(0, source)).isSameAs(Body.EMPTY);
    assertThatIllegalArgumentException().isThrownBy(() -> Body.of(-1, source));
  }

  @Test
  void aSliceIsAPart() throws IOException {
    for (Body whole : List.of(Body.of(BYTES), streamed())) {
      for (int from = 0; from <= 10; from++) {
        for (int to = from; to <= 10; to++) {
          Body slice = whole.slice(from, to - from);

          assertThat(slice.length()).isEqualTo(to - from);
          assertThat(read(slice)).isEqualTo("0123456789".substring(from, to));
        }
      }
    }
    assertThat(open).hasValue(0);
  }

  @Test
  void aSliceInMemoryIsEqualToItsBytesWhereverItComesFrom() {
    Body slice = Body.of(BYTES).slice(2, 6).slice(1, 3);

    assertThat(slice).isEqualTo(Body.of("345")).hasSameHashCodeAs(Body.of("345"));
    assertThat(slice).isNotEqualTo(Body.of("3456")).isNotEqualTo(Body.of("346"));
    assertThat(slice.bytes()).isEqualTo(new byte[] {'3', '4', '5'});
    assertThat(slice.isInMemory()).isTrue();
  }

  @Test
  void aSliceIsReadByteByByteAndSkippedInAsWell() throws IOException {
    Body whole = Body.of(10, () -> new ByteArrayInputStream(BYTES));
    try (InputStream in = whole.slice(3, 4).open()) {
      assertThat(in.read()).isEqualTo('3');
      assertThat(in.available()).isEqualTo(3);
      assertThat(in.skip(2)).isEqualTo(2);
      assertThat(in.read()).isEqualTo('6');
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.skip(1)).isZero();
    }
  }

  @Test
  void aSliceBeyondTheEndIsRefused() {
    for (Body whole : List.of(Body.of(BYTES), streamed())) {
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> whole.slice(5, 6));
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> whole.slice(-1, 1));
    }
  }

  @Test
  void aSourceThatHasShrunkFailsAndIsClosed() {
    Body lying = Body.of(20, () -> counted(new ByteArrayInputStream(BYTES)));

    assertThatExceptionOfType(IOException.class).isThrownBy(lying.slice(12, 4)::open);
    assertThat(open).hasValue(0);
  }

  @Test
  void bodiesInMemoryJoinInMemory() {
    Body joined = Body.join(List.of(Body.of("a"), Body.EMPTY, Body.of("bc")));

    assertThat(joined).isEqualTo(Body.of("abc"));
    assertThat(joined.isInMemory()).isTrue();
  }

  @Test
  void joinedBodiesAreOpenedOneAfterTheOther() throws IOException {
    Body joined =
        Body.join(List.of(Body.of("<"), streamed(), Body.EMPTY, streamed(), Body.of(">")));

    assertThat(joined.isInMemory()).isFalse();
    assertThat(joined.length()).isEqualTo(22);
    assertThat(read(joined)).isEqualTo("<01234567890123456789>");
    assertThat(open).hasValue(0);
  }

  @Test
  void aJoinedStreamThatIsLeftEarlyIsClosed() throws IOException {
    try (InputStream in = Body.join(List.of(Body.of("<"), streamed())).open()) {
      assertThat(in.read()).isEqualTo('<');
      assertThat(open).hasValue(0);
      assertThat(in.read()).isEqualTo('0');
      assertThat(open).hasValue(1);
    }
    assertThat(open).hasValue(0);
  }

  /** In two pieces, so that a read ends before it has what it wanted. */
  private Body streamed() {
    return Body.of(
        10,
        () ->
            counted(
                new SequenceInputStream(
                    new ByteArrayInputStream(BYTES, 0, 4), new ByteArrayInputStream(BYTES, 4, 6))));
  }

  private InputStream counted(InputStream in) {
    open.incrementAndGet();
    return new java.io.FilterInputStream(in) {
      @Override
      public void close() throws IOException {
        open.decrementAndGet();
        super.close();
      }
    };
  }

  private static String read(Body body) throws IOException {
    try (InputStream in = body.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
