// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/**
 * Every call of Web WeChat as values and bytes, in both directions.
 *
 * <p>Opens nothing, waits for nothing and asks no clock: the client sends from these descriptions,
 * the server answers from them.
 */
@NullMarked
module dev.hongyan.protocol {
  requires static transitive org.jspecify;
  requires org.jsoup;
  requires tools.jackson.core;

  exports dev.hongyan.protocol;
}
