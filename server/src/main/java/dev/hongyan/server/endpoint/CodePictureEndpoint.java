// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.login.CodePicture;
import dev.hongyan.server.world.LoginCodes;

/** Draws login codes. */
record CodePictureEndpoint(LoginCodes codes, ServiceHosts hosts, QrPictures pictures)
    implements Endpoint<LoginUuid, CodePicture.Picture> {

  @Override
  public Call<LoginUuid, CodePicture.Picture> call() {
    return CodePicture.CALL;
  }

  @Override
  public WebReply answer(LoginUuid uuid, Visit visit) {
    return call()
        .answer(
            codes.isKnown(uuid.value())
                ? pictures.draw(hosts.qrText(visit, uuid.value()))
                : CodePicture.Picture.NONE);
  }

  @Override
  public CodePicture.Picture unreadable() {
    return CodePicture.Picture.NONE;
  }
}
