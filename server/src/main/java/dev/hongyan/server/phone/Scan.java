// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.LoginCodes;
import java.util.Optional;

/** An account's phone scans a code: its uuid, the text of its picture, or the picture itself. */
record Scan(LoginCodes codes) implements PhoneCall {

  /** A photograph of a screen; 6 MB in base64. */
  private static final int PICTURE = 8 << 20;

  /** What stands before the uuid in the text of the picture. */
  private static final String BEFORE_UUID = "/l/";

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "scan";
  }

  @Override
  public WebReply answer(Ask ask) {
    String account = ask.fields().text("account");
    Optional<String> uuid = ask.fields().maybeText("uuid");
    Optional<String> picture = ask.fields().maybeText("picture", PICTURE);
    ask.fields().done();
    if (uuid.isPresent() == picture.isPresent()) {
      throw Problem.field("uuid", "is missing, and so is picture: one of them, please");
    }
    String text = uuid.orElseGet(() -> QrPicture.read(picture.orElseThrow()));
    codes.scan(uuid(text), account);
    return Replies.done();
  }

  private static String uuid(String text) {
    int before = text.lastIndexOf(BEFORE_UUID);
    return before < 0 ? text : text.substring(before + BEFORE_UUID.length());
  }
}
