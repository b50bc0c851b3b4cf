// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.session;

import dev.hongyan.client.http.HttpTransport.Limits;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.sync.SyncCheck;
import java.time.Duration;

/** How long each call may take and how much it may bring. */
final class CallLimits {

  /** The server holds for 25 to 27 seconds; the web client waits 35 (protocol reference 2.4). */
  private static final Limits HELD = new Limits(Duration.ofSeconds(35), 1 << 20);

  /** A page of thousands of contacts is several megabytes and was seen to take minutes (3.8). */
  private static final Limits LIST = new Limits(Duration.ofMinutes(3), 32 << 20);

  /** The web client's 15 seconds; fifty rooms with all their members are some megabytes. */
  private static final Limits OTHER = new Limits(Duration.ofSeconds(15), 16 << 20);

  private CallLimits() {}

  static Limits of(Call<?, ?> call) {
    if (call.equals(LoginPoll.CALL) || call.equals(SyncCheck.CALL)) {
      return HELD;
    }
    return call.equals(ContactPage.CALL) ? LIST : OTHER;
  }
}
