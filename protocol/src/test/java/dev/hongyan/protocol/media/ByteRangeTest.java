// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-, bytes 0-99/100",
    "bytes=5-9, bytes 5-9/100",
    "bytes=7-7, bytes 7-7/100",
    "bytes=5-999, bytes 5-99/100",
    "bytes=-30, bytes 70-99/100",
    "bytes=-300, bytes 0-99/100",
    "bytes=99-, bytes 99-99/100"
  })
  void whatIsAskedIsReadWrittenAndFoundInAFile(String asked, String found) {
    ByteRange range = ByteRange.parse(asked).orElseThrow();
    ContentRange content = range.within(100).orElseThrow();

    assertThat(range.header()).isEqualTo(asked);
    assertThat(content.header()).isEqualTo(found);
    assertThat(ContentRange.parse(found)).contains(content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes = 0 - ", " bytes=00-", "bytes=0-999999999999999"})
  void allIsReadInOtherForms(String asked) {
    assertThat(ByteRange.parse(asked).orElseThrow().within(3)).contains(new ContentRange(0, 2, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=-0",
        "bytes=9-5",
        "bytes=a-b",
        "bytes=--5",
        "items=0-5",
        "bytes=0-1,3-4",
        "bytes=0-9999999999999999999"
      })
  void anythingElseIsNoRange(String asked) {
    assertThat(ByteRange.parse(asked)).isEmpty();
  }

  @Test
  void whatAFileDoesNotHaveIsNotFound() {
    assertThat(ByteRange.from(100).within(100)).isEmpty();
    assertThat(ByteRange.ALL.within(0)).isEmpty();
    assertThat(ByteRange.suffix(5).within(0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "bytes */100", "bytes 5-4/100", "bytes 0-100/100", "0-5/6", "bytes 0-5/x"})
  void nonsenseIsNoContentRange(String header) {
    assertThat(ContentRange.parse(header)).isEqualTo(Optional.empty());
  }

  @Test
  void aTotalMayBeUnknown() {
    ContentRange range = ContentRange.parse("bytes 5-9/*").orElseThrow();

    assertThat(range).isEqualTo(new ContentRange(5, 9, ContentRange.UNKNOWN));
    assertThat(range.header()).isEqualTo("bytes 5-9/*");
    assertThat(range.length()).isEqualTo(5);
  }

  @Test
  void whatIsNoRangeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ByteRange(5, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new ByteRange(-5, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new ContentRange(0, 5, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new ContentRange(-1, 5, 9));
  }
}
