// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms as clients write them, in memory and streamed, well made and hostile. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class MultipartTest {

  private static final String FORM =
      """
      --xX
      Content-Disposition: form-data; name="id"

      WU_FILE_0
      --xX
      content-disposition: form-data; filename="图 1.JPG"; name="filename"
      content-type: image/jpeg

      a
      -- b
      --x
      --xX
      Content-Disposition: form-data; name=type
      Content-Type: text/plain; charset=UTF-8

      图
      --xX--
      """
          .replace("\n", "\r\n");

  @Test
  void readsFieldsAndFileInAnyOrder() throws IOException {
    for (Body body : new Body[] {Body.of(FORM), streamed(FORM, 1), streamed(FORM, 1 << 20)}) {
      Multipart form = read(body);

      assertThat(form.field("id")).contains("WU_FILE_0");
      assertThat(form.field("type")).contains("图");
      assertThat(form.field("filename")).isEmpty();
      assertThat(form.file("id")).isEmpty();
      FilePart file = form.file("filename").orElseThrow();
      assertThat(file.fileName()).isEqualTo("图 1.JPG");
      assertThat(file.contentType()).isEqualTo("image/jpeg");
      assertThat(bytes(file.bytes())).isEqualTo("a\r\n-- b\r\n--x");
    }
  }

  @Test
  void aStreamedFileIsNotInMemory() {
    assertThat(read(streamed(FORM, 7)).file("filename").orElseThrow().bytes().isInMemory())
        .isFalse();
  }

  /** A delimiter that lies across the edge of what is in memory is found wherever it lies. */
  @Test
  void findsItsEndWhereverThatLies() throws IOException {
    for (int size = (64 << 10) - 200; size < (64 << 10) + 20; size++) {
      String content = "\r\n--x".repeat(size / 5) + "y".repeat(size % 5);
      String text =
          "--xX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n"
              + content
              + "\r\n--xX--";

      Body found = read(streamed(text, 1 << 20)).file("f").orElseThrow().bytes();

      assertThat(found.length()).isEqualTo(size);
      assertThat(bytes(found)).isEqualTo(content);
    }
  }

  @Test
  void cutAnywhereItIsAFormOrUnreadable() {
    byte[] bytes = FORM.getBytes(StandardCharsets.UTF_8);

    for (int end = 0; end < bytes.length; end++) {
      String cut = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
      try {
        Multipart form = read(Body.of(cut));
        assertThat(form.field("id").orElse("WU_FILE_0")).isEqualTo("WU_FILE_0");
        assertThat(form.file("filename").map(FilePart::contentType).orElse("image/jpeg"))
            .isEqualTo("image/jpeg");
      } catch (Unreadable e) {
        assertThat(e.problem()).isIn("ends in the middle of a part", "has a boundary that is none");
      }
    }
  }

  static Stream<Named<String>> hostile() {
    String part = "--xX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";
    return Stream.of(
        Named.of("nothing", ""),
        Named.of("no delimiter", "abc".repeat(100_000)),
        Named.of("many parts", part.repeat(10_000) + "--xX--"),
        Named.of("long headers", "--xX\r\nA: " + "b".repeat(9_000) + "\r\n\r\n1\r\n--xX--"),
        Named.of("endless headers", "--xX\r\n" + "A: b\r\n".repeat(100_000)),
        Named.of("a long field", part + part.replace("1", "1".repeat(70_000)) + "--xX--"),
        Named.of("another boundary", "--xXx\r\n\r\n\r\n1\r\n--xXx--\r\n"),
        Named.of("delimiters only", "--xX\r\n".repeat(10_000)),
        Named.of("a quote that stays open", part.replace("\"a\"", "\"" + "\\\"".repeat(4_000))));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whatIsHostileIsUnreadable(String form) {
    assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> read(Body.of(form)));
    assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> read(streamed(form, 1 << 20)));
  }

  @Test
  void whatIsTooLongIsNotEvenOpened() {
    Body huge =
        Body.of(
            2L << 30,
            () -> {
              throw new IOException("opened");
            });
    Body lost =
        Body.of(
            2L << 20,
            () -> {
              throw new IOException("lost");
            });

    assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> read(huge));
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> read(lost));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data; boundary=xX",
        "multipart/form-data; boundary=\"xX\"",
        "Multipart/Form-Data;charset=utf-8;Boundary=xX; a=b"
      })
  void findsTheBoundary(String type) {
    assertThat(read(type, Body.of(FORM)).field("id")).contains("WU_FILE_0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "application/json",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/mixed; boundary=xX"
      })
  void withoutABoundaryItIsNoForm(String type) {
    assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> read(type, Body.of(FORM)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.txt", "a \"b\".txt", "图.png", "../../x", "a;b=c", "C:\\d\\e", "a\r\nb: c"})
  void everyNameComesBackAsItWas(String name) {
    MultipartWriter writer = new MultipartWriter();
    writer.field("size", "3");
    writer.file("filename", new FilePart(name, "a/b\r\nc: d", Body.of("\r\n--")));

    Multipart form = read(writer.contentType(), writer.body());

    assertThat(form.field("size")).contains("3");
    assertThat(form.file("filename")).contains(new FilePart(name, "a/bc: d", Body.of("\r\n--")));
  }

  @Test
  void aNameOfTheNewerKindIsNotUnderstood() {
    String form = FORM.replace("filename=\"图 1.JPG\"", "filename*=UTF-8''%E5%9B%BE.JPG");

    assertThat(read(Body.of(form)).file("filename").orElseThrow().fileName()).isEmpty();
  }

  @Test
  void theBoundaryDependsOnTheFields() {
    assertThat(typeWith("1")).isEqualTo(typeWith("1")).isNotEqualTo(typeWith("2"));
  }

  private static String typeWith(String value) {
    MultipartWriter writer = new MultipartWriter();
    writer.field("pass_ticket", value);
    return writer.contentType();
  }

  private static Multipart read(Body body) {
    return read("multipart/form-data; boundary=xX", body);
  }

  private static Multipart read(String type, Body body) {
    return Multipart.read(Headers.NONE.and("Content-Type", type), body);
  }

  private static String bytes(Body body) throws IOException {
    try (InputStream in = body.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Gives so many bytes at a time at most. */
  private static Body streamed(String text, int atOnce) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Body.of(
        bytes.length,
        () ->
            new ByteArrayInputStream(bytes) {
              @Override
              public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, atOnce));
              }
            });
  }
}
