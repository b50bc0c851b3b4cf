// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.page.CheckUrl;
import dev.hongyan.server.world.Breach;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Guards links (protocol reference 3.31): leads on to addresses of the web and warns of everything
 * else. Which sites the service warns of is not known; ours knows nothing bad of any.
 */
record CheckUrlEndpoint(SessionCheck check, Violations violations)
    implements SessionEndpoint<CheckUrl.Request, CheckUrl.Reply> {

  /** As long as the address line of any browser; a request line is not much longer. */
  private static final int LONGEST = 8_192;

  private static final Set<String> SCHEMES = Set.of("http", "https");

  /** What people type without percent signs. */
  private static final Pattern RAW = Pattern.compile("[^!-~]|[\"<>\\\\^`{|}]");

  @Override
  public Call<CheckUrl.Request, CheckUrl.Reply> call() {
    return CheckUrl.CALL;
  }

  @Override
  public Claim claim(CheckUrl.Request question) {
    BaseRequest base = new BaseRequest(0, Secret.NONE, question.skey(), question.deviceId());
    return new Claim(
        base, question.passTicket(), EnumSet.of(Needed.SKEY, Needed.PASS_TICKET, Needed.DEVICE_ID));
  }

  /** Whoever may not ask is not led anywhere. */
  @Override
  public CheckUrl.Reply refused(Status status) {
    return warning(new Wording.Chinese());
  }

  @Override
  public WebReply answer(CheckUrl.Request question, Guest guest) {
    if (!question.self().equals(guest.self())) {
      violations.add(Breach.WRONG_SENDER, guest, "username");
    }
    return call()
        .answer(
            leadsToTheWeb(question.link())
                ? new CheckUrl.Reply.Onward(question.link())
                : warning(Wording.of(guest.account())));
  }

  private static CheckUrl.Reply warning(Wording words) {
    return new CheckUrl.Reply.Warning(
        Body.of(
            "<!DOCTYPE html><meta charset=\"utf-8\"><title>%1$s</title><p>%1$s</p>\n"
                .formatted(words.linkStopped())));
  }

  /** Not to a script, not to a file, and not to one host under the name of another. */
  private static boolean leadsToTheWeb(String link) {
    if (link.length() > LONGEST || link.chars().anyMatch(Character::isISOControl)) {
      return false;
    }
    try {
      URI uri = new URI(RAW.matcher(link).replaceAll("_"));
      return uri.getScheme() != null
          && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
          && uri.getRawAuthority() != null
          && uri.getRawUserInfo() == null
          && uri.getRawAuthority().indexOf('@') < 0;
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
