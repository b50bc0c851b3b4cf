// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.coverage;

import java.util.List;
import java.util.regex.Pattern;

/** The project's tests, and the invented people, scenes and cases that they share. */
record TestSources(Sources all, Sources tests) {

  private static final Pattern TEST =
      Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|FuzzTest)\\b");

  static TestSources in(String... folders) {
    Sources all = Sources.in(folders);
    return new TestSources(all, all.only(file -> TEST.matcher(file.java().code()).find()));
  }

  /** The tests that name a type. */
  List<String> of(JavaType type) {
    return tests.naming(type).names();
  }
}
