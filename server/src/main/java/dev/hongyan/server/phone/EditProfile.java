// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.ProfileEdit;
import dev.hongyan.server.world.World;

/** Somebody changes what others see of him. */
record EditProfile(World world) implements PhoneCall {

  @Override
  public String method() {
    return "PATCH";
  }

  @Override
  public String path() {
    return "profile";
  }

  @Override
  public WebReply answer(Ask ask) {
    Fields fields = ask.fields();
    Account account = new Directory(world).actor(fields, "account");
    ProfileEdit edit =
        new ProfileEdit(
            fields.maybeText("nickName"),
            fields.maybeText("spelling"),
            fields.maybeText("alias"),
            fields.maybeText("sex").map(People::sex),
            fields.maybeText("signature"),
            fields.maybeText("province"),
            fields.maybeText("city"),
            fields.flag("newPicture"));
    fields.done();
    world.accounts().change(account.id(), edit);
    return Replies.done();
  }
}
