// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.login.NewCode;

/**
 * Which kind of client we present ourselves as.
 *
 * @param app the application's number, which the phone shows by its name
 * @param language wanted language of the service's texts, such as {@code zh_CN}
 * @param mod the {@code mod} parameter of protocol reference 2.6, empty for the web client
 * @param headers sent with every request
 */
public record Profile(String app, String language, String mod, Headers headers) {

  /** The web client in a browser. */
  public static final Profile WEB =
      new Profile(
          NewCode.WEB_APP,
          "zh_CN",
          "",
          Headers.NONE
              .and("Accept", "application/json, text/plain, */*")
              .and("User-Agent", "Mozilla/5.0 (compatible; Hongyan)"));

  /** The same with another language of the service's texts. */
  public Profile inLanguage(String newLanguage) {
    return new Profile(app, newLanguage, mod, headers);
  }
}
