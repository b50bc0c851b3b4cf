// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.recording;

import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.login.LoginCookies;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which requests belong together, without knowing their calls. */
public final class SessionOfRequest {

  private static final Pattern SID_COOKIE =
      Pattern.compile("(?:^|;)\\s*" + LoginCookies.SID + "=(?<value>[^;]+)");

  private static final Pattern SID = Pattern.compile("(?:^|&)sid=(?<value>[^&]+)");
  private static final Pattern UUID = Pattern.compile("(?:^|&)uuid=(?<value>[^&]+)");

  private SessionOfRequest() {}

  /** The session id; where there is none yet, the login uuid; where there is neither, nothing. */
  public static String of(WebRequest request) {
    Optional<String> uuid = value(UUID, request.query());
    Optional<String> cookie =
        request.headers().all("Cookie").stream()
            .flatMap(line -> value(SID_COOKIE, line).stream())
            .findFirst();
    return uuid.or(() -> cookie).or(() -> value(SID, request.query())).orElse("");
  }

  private static Optional<String> value(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(decoded(matcher.group("value").strip())) : Optional.empty();
  }

  /** Some send plus signs as they are. */
  private static String decoded(String raw) {
    try {
      return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return raw;
    }
  }
}
