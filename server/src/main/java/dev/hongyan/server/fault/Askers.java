// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.fault;

import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.login.LoginCookies;
import dev.hongyan.server.world.Session;
import dev.hongyan.server.world.WaitingCode;
import dev.hongyan.server.world.World;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whose requests are, as far as that can be seen before they are answered. */
record Askers(World world) {

  private static final Pattern SID_COOKIE =
      Pattern.compile("(?:^|;)\\s*" + LoginCookies.SID + "=(?<value>[^;]*)");

  private static final Pattern SID = parameter("sid");
  private static final Pattern UUID = parameter("uuid");

  private static Pattern parameter(String name) {
    return Pattern.compile("(?:^|&)" + name + "=(?<value>[^&]*)");
  }

  /** The short name of the account; empty if nobody has scanned yet. */
  Optional<String> account(WebRequest request) {
    return session(request)
        .map(session -> world.accounts().account(session.account()).name())
        .or(() -> scanner(request));
  }

  private Optional<Session> session(WebRequest request) {
    return request.headers().all("Cookie").stream()
        .flatMap(line -> value(SID_COOKIE, line).stream())
        .findFirst()
        .or(() -> value(SID, request.query()).map(Askers::decoded))
        .filter(sid -> !sid.isEmpty())
        .flatMap(world.sessions()::find);
  }

  private Optional<String> scanner(WebRequest request) {
    return value(UUID, request.query())
        .map(Askers::decoded)
        .flatMap(uuid ->
            world.codes().waiting().stream().filter(code -> code.uuid().equals(uuid)).findFirst())
        .flatMap(WaitingCode::account);
  }

  private static Optional<String> value(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group("value").strip()) : Optional.empty();
  }

  /** No sid has a blank, many have a plus sign, and some clients do not encode it. */
  private static String decoded(String raw) {
    try {
      return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return raw;
    }
  }
}
