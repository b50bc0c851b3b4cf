// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/**
 * A JUnit extension that gives each test a Web WeChat server of its own, in memory and under
 * virtual time.
 */
@NullMarked
module dev.hongyan.testkit {
  requires static transitive org.jspecify;
  requires transitive dev.hongyan.protocol;
  requires transitive dev.hongyan.server;
  requires transitive dev.hongyan.time;
  requires transitive org.junit.jupiter.api;

  exports dev.hongyan.testkit;
}
