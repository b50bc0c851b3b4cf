// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import dev.hongyan.protocol.shape.Shape;

/**
 * Credentials and device id as the server wants them, first member of nearly every request body
 * (protocol reference 3.0).
 *
 * @param skey may be empty in the first call after a page reload
 * @param deviceId {@code e} and 15 digits, new for every request; the server does not check it
 */
public record BaseRequest(long uin, Secret sid, Secret skey, String deviceId) {

  /** Nobody's. */
  public static final BaseRequest NONE = new BaseRequest(0, Secret.NONE, Secret.NONE, "");

  /** On the wire. */
  public static final Shape<BaseRequest> SHAPE =
      new Shape<>(
          NONE,
          (f, b) ->
              new BaseRequest(
                  f.longNumber("Uin", b.uin),
                  f.word("Sid", b.sid, Secret::new, Secret::value),
                  f.word("Skey", b.skey, Secret::new, Secret::value),
                  f.text("DeviceID", b.deviceId)));

  /** The base request of a session. */
  public static BaseRequest of(Credentials credentials, String deviceId) {
    return new BaseRequest(credentials.uin(), credentials.sid(), credentials.skey(), deviceId);
  }
}
