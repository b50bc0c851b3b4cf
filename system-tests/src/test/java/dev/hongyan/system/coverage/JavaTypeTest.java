// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class JavaTypeTest {

  private static final JavaType RING = new JavaType("a.b", "Kind.Ring");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package c;\nimport a.b.Kind;\nclass D { Kind.Ring ring; }",
        "package c;\nimport a.b.Kind.Ring;\nclass D { Ring ring; }",
        "package c;\nimport a.b.Kind.Ring.Stage;\nclass D { Stage stage; }",
        "package c;\nimport static a.b.Kind.Ring.LOUD;\nclass D { int n = LOUD; }",
        "package c;\nclass D { a.b.Kind.Ring ring; }",
        "package a.b;\nclass D { Kind.Ring ring; }"
      })
  void isFoundHoweverASourceNamesIt(String source) {
    assertThat(RING.isNamedIn(JavaSource.of(source))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package c;\nimport z.Ring;\nclass D { Ring ring; }",
        "package c;\nimport z.Kind;\nclass D { Kind.Ring ring; }",
        "package c;\nimport a.b.Kind;\nclass D { Kind kind; }",
        "package c;\nimport a.b.Kind;\nclass D { Kind.Ringing kind; }",
        "package c;\nimport a.b.Kind;\n/** {@link Kind.Ring}. */\nclass D { Kind kind; }",
        "package c;\nimport a.b.Kind;\nclass D { Kind kind; String s = \"Kind.Ring\"; }",
        "package a.b;\nimport z.Kind;\nclass D { Kind.Ring ring; }",
        "package a.b;\nclass D { enum Kind { ONE }\n Kind.Ring ring; }",
        "package c;\nclass D { z.a.b.Kind.Ring ring; }"
      })
  void isNotTakenForAnother(String source) {
    assertThat(RING.isNamedIn(JavaSource.of(source))).isFalse();
  }

  @Test
  void nestedTypesHaveTheNamesOfThoseAroundThem() {
    assertThat(JavaType.of(Sources.File.class))
        .isEqualTo(new JavaType("dev.hongyan.system.coverage", "Sources.File"));
  }
}
