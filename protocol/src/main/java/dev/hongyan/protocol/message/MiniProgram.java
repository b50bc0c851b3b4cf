// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.message.AppMessage.Head;
import dev.hongyan.protocol.message.AppMessage.MiniApp;

/**
 * A page of a mini program, which only phones open (protocol reference 5.8).
 *
 * @param source name of the mini program, empty if not told
 * @param url what is shown where there are no mini programs
 * @param userName id of the mini program: {@code gh_…@app}; empty if not told
 * @param appId empty if not told
 * @param page path within the mini program, empty if not told
 */
public record MiniProgram(
    String title, String source, String url, String userName, String appId, String page)
    implements MessageKind {

  static final int APP_TYPE = 33;

  /** Another number of the same. */
  static final int OTHER_APP_TYPE = 36;

  private static final MiniApp NOT_TOLD = new MiniApp("", "", "");

  static MiniProgram of(AppMessage app) {
    Head head = app.head();
    MiniApp mini = app.miniApps().stream().findFirst().orElse(NOT_TOLD);
    return new MiniProgram(
        head.title(), head.source(), head.url(), mini.userName(), mini.appId(), mini.page());
  }

  AppMessage app() {
    return AppMessage.of(APP_TYPE, new Head(title, "", url, "", source))
        .withMiniApp(new MiniApp(userName, appId, page));
  }

  /** Whether there is one: what people look at is not for logs. */
  @Override
  public String toString() {
    return "mini program";
  }
}
