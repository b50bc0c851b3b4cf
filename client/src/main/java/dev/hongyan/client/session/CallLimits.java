// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.session;

import dev.hongyan.client.http.HttpTransport.FlowLimits;
import dev.hongyan.client.http.HttpTransport.Limits;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.media.UploadMedia;
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

  /** A chunk of half a megabyte must not be given up on a slow line. */
  private static final Limits CHUNK = new Limits(Duration.ofMinutes(2), 1 << 20);

  /** A hundred megabytes take an hour at 30 kB/s; how large they may be is the caller's choice. */
  static final FlowLimits MEDIA =
      new FlowLimits(Duration.ofSeconds(30), Duration.ofHours(1), 1L << 40);

  private CallLimits() {}

  static Limits of(Call<?, ?> call) {
    if (call.equals(LoginPoll.CALL) || call.equals(SyncCheck.CALL)) {
      return HELD;
    }
    if (call.equals(UploadMedia.CALL)) {
      return CHUNK;
    }
    return call.equals(ContactPage.CALL) ? LIST : OTHER;
  }
}
