// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import java.util.Arrays;
import java.util.Optional;

/**
 * The web clients that the service knows by an application id, and how their requests differ
 * (protocol reference 1.3 and 11). What the two do at all is for the sides to know; this is what
 * stands on the wire.
 */
public enum WebApp {
  /** The web client for everything. */
  WEB("wx782c26e4c19acffb", "e", 4),
  /** The file transfer assistant, for the chat with one's own phone. */
  FILE_HELPER("wx_webfilehelper", "", 3);

  /** Name of the header, and of the parameter of some calls, that holds {@link #mark}. */
  public static final String MARK = "mmweb_appid";

  private final String id;
  private final String deviceIdPrefix;
  private final int clientIdTail;

  WebApp(String id, String deviceIdPrefix, int clientIdTail) {
    this.id = id;
    this.deviceIdPrefix = deviceIdPrefix;
    this.clientIdTail = clientIdTail;
  }

  /** The application of this id. */
  public static Optional<WebApp> of(String id) {
    return Arrays.stream(values()).filter(app -> app.id.equals(id)).findFirst();
  }

  /** Its id, which asks for login codes. */
  public String id() {
    return id;
  }

  /** What stands before the fifteen digits of a device id. */
  public String deviceIdPrefix() {
    return deviceIdPrefix;
  }

  /** How many digits follow the milliseconds in a client message id; the last three are random. */
  public int clientIdTail() {
    return clientIdTail;
  }

  /**
   * What its calls say beside all else to name it; empty for the web client, which says nothing.
   */
  public String mark() {
    return this == WEB ? "" : id;
  }
}
