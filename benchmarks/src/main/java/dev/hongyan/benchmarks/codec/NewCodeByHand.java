// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.codec;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.CallContext;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.MalformedRequestException;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.login.NewCode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code jslogin} in four methods, one for each end and direction. */
final class NewCodeByHand {

  private static final Pattern SCRIPT =
      Pattern.compile(
          "\\s*window\\.QRLogin\\.code\\s*=\\s*(?<code>[0-9]{1,9})\\s*;?"
              + "(?:\\s*window\\.QRLogin\\.uuid\\s*=\\s*([\"'])(?<uuid>[^\"']*)\\2\\s*;?\\s*)?");

  private NewCodeByHand() {}

  static WebRequest request(NewCode.Request question, Origin origin, CallContext context) {
    StringBuilder query = new StringBuilder("appid=").append(encoded(question.app()));
    if (!question.redirectUri().isEmpty()) {
      query.append("&redirect_uri=").append(encoded(question.redirectUri()));
    }
    query.append("&fun=new");
    if (!context.language().isEmpty()) {
      query.append("&lang=").append(encoded(context.language()));
    }
    query.append("&_=").append(context.now());
    return new WebRequest(
        "GET",
        origin.scheme(),
        origin.authority(),
        "/jslogin",
        query.toString(),
        Headers.NONE,
        Body.EMPTY);
  }

  static NewCode.Request read(WebRequest request) {
    String app = "";
    String redirectUri = "";
    for (String part : request.query().split("&", 256)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      String value = equals < 0 ? "" : part.substring(equals + 1);
      switch (name) {
        case "appid", "appId" -> app = decoded(value);
        case "redirect_uri" -> redirectUri = decoded(value);
        default -> {}
      }
    }
    return new NewCode.Request(app, redirectUri);
  }

  static NewCode.Reply reply(WebReply reply) {
    Matcher m = SCRIPT.matcher(reply.body().text());
    if (!m.matches()) {
      throw new MalformedReplyException("jslogin", "QRLogin.code", "is missing");
    }
    String uuid = m.group("uuid") == null ? "" : m.group("uuid");
    return new NewCode.Reply(Integer.parseInt(m.group("code")), new LoginUuid(uuid));
  }

  static WebReply answer(NewCode.Reply answer) {
    String script =
        "window.QRLogin.code = %d; window.QRLogin.uuid = \"%s\";"
            .formatted(answer.code(), answer.uuid());
    Headers headers =
        Headers.NONE
            .and("Content-Type", "text/javascript")
            .and("Content-Type", "text/html; charset=gbk");
    return new WebReply(200, headers, Body.of(script));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new MalformedRequestException("jslogin", "", "holds a broken escape");
    }
  }
}
