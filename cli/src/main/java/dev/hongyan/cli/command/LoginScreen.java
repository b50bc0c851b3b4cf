// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginOutcome;
import java.util.function.Consumer;

/** Shows a login as it goes. */
interface LoginScreen extends Consumer<LoginEvent> {

  /** Shows how it ended. */
  void ended(LoginOutcome outcome, WeChat wechat);
}
