// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.Profile;
import dev.hongyan.server.world.World;
import java.util.Locale;

/** What somebody shows of himself. */
record ReadProfile(World world) implements PhoneCall {

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "profile";
  }

  @Override
  public WebReply answer(Ask ask) {
    Account account = new Directory(world).actor("account", ask.parameter("account"));
    Profile profile = account.profile();
    return Replies.ok(json -> {
      json.writeStringProperty("id", account.name());
      json.writeStringProperty("nickName", profile.nickName());
      json.writeStringProperty("spelling", profile.spelling());
      json.writeStringProperty("alias", profile.alias());
      json.writeStringProperty("sex", profile.sex().name().toLowerCase(Locale.ROOT));
      json.writeStringProperty("signature", profile.signature());
      json.writeStringProperty("province", profile.province());
      json.writeStringProperty("city", profile.city());
    });
  }
}
