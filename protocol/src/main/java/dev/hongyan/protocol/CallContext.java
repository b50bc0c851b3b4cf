// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

/**
 * What every request of a client carries besides its own content.
 *
 * @param now milliseconds of the Unix epoch; the cache busters of the queries are made of it
 * @param language wanted language of texts, such as {@code zh_CN}; empty for none
 * @param mod the {@code mod} parameter of the desktop profile (protocol reference 2.6), empty for
 *     the plain web client
 * @param app which of the web clients it is
 */
public record CallContext(long now, String language, String mod, WebApp app) {

  /** The same for the web client. */
  public CallContext(long now, String language, String mod) {
    this(now, language, mod, WebApp.WEB);
  }
}
