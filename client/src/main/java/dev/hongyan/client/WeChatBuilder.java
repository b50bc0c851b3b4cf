// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import dev.hongyan.client.http.Hosts;
import dev.hongyan.client.http.HttpTransport;
import dev.hongyan.client.http.Profile;
import dev.hongyan.client.store.AccountStore;
import dev.hongyan.time.Pace;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Sets up a client. Everything has a default that suits one account on the live service. */
public final class WeChatBuilder {

  /** A text a second is usually fine; bursts of sixty are not (protocol reference 9). */
  private static final Pace CAREFUL = new Pace(60, Duration.ofMinutes(1), 10);

  /** Thirty or forty files in a short time were too many (protocol reference 9). */
  private static final Pace CAREFUL_WITH_MEDIA = new Pace(10, Duration.ofMinutes(1), 5);

  /** Fifteen seconds and more between two are advised (protocol reference 9). */
  private static final Pace CAREFUL_WITH_ROOMS = new Pace(3, Duration.ofMinutes(1), 3);

  private Optional<Hosts> hosts = Optional.empty();
  private Profile profile = Profile.WEB;
  private Optional<AccountStore> store = Optional.empty();
  private Optional<HttpTransport> transport = Optional.empty();
  private Time time = Time.system();
  private Randomness randomness = Randomness.secure();
  private Pace pace = CAREFUL;
  private Pace mediaPace = CAREFUL_WITH_MEDIA;
  private Pace roomPace = CAREFUL_WITH_ROOMS;

  WeChatBuilder() {}

  /** One server for everything, such as {@code http://127.0.0.1:7600}. Default: the service. */
  public WeChatBuilder server(URI base) {
    return hosts(Hosts.server(base));
  }

  /**
   * Where a new login begins. Default: where the saved session is, otherwise {@code wx.qq.com}, or
   * {@code szfilehelper.weixin.qq.com} for the file helper.
   */
  public WeChatBuilder hosts(Hosts newHosts) {
    hosts = Optional.of(newHosts);
    return this;
  }

  /** As what to present ourselves. Default: {@link Profile#WEB}. */
  public WeChatBuilder profile(Profile newProfile) {
    profile = newProfile;
    return this;
  }

  /** A folder in which to keep the account, one for each. Default: nothing outlives the process. */
  public WeChatBuilder folder(Path folder) {
    return store(AccountStore.folder(folder));
  }

  /** Where to keep the account. Default: nothing outlives the process. */
  public WeChatBuilder store(AccountStore newStore) {
    store = Optional.of(newStore);
    return this;
  }

  /**
   * What carries requests; the caller closes it. Default: the JDK's client, closed with this one.
   */
  public WeChatBuilder transport(HttpTransport newTransport) {
    transport = Optional.of(newTransport);
    return this;
  }

  /** The clock and all waiting. Default: the real ones. */
  public WeChatBuilder time(Time newTime) {
    time = newTime;
    return this;
  }

  /** Where chance comes from. Default: a secure source. */
  public WeChatBuilder randomness(Randomness newRandomness) {
    randomness = newRandomness;
    return this;
  }

  /** How fast texts are sent. Default: one a second, ten at once after a rest. */
  public WeChatBuilder pace(Pace newPace) {
    pace = newPace;
    return this;
  }

  /**
   * How fast pictures, videos, files and forwarded messages are sent. Default: ten a minute, five
   * at once after a rest.
   */
  public WeChatBuilder mediaPace(Pace newPace) {
    mediaPace = newPace;
    return this;
  }

  /**
   * How fast rooms are opened and changed. Default: one in twenty seconds, three at once after a
   * rest.
   */
  public WeChatBuilder roomPace(Pace newPace) {
    roomPace = newPace;
    return this;
  }

  /**
   * The client; it has done nothing yet.
   *
   * @throws IllegalStateException if the hosts are of the other kind of client
   */
  public WeChat build() {
    if (!hosts.map(profile::suits).orElse(true)) {
      throw new IllegalStateException("these hosts are not of a client of " + profile.app());
    }
    HttpTransport carrier = transport.orElseGet(HttpTransport::jdk);
    Options options =
        new Options(
            hosts,
            profile,
            store.orElseGet(AccountStore::inMemory),
            carrier,
            time,
            randomness,
            pace,
            mediaPace,
            roomPace);
    return new WeChat(options, transport.isPresent() ? () -> {} : carrier::close);
  }
}
