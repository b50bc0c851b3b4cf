// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import dev.hongyan.client.http.Hosts;
import dev.hongyan.client.http.HttpTransport;
import dev.hongyan.client.http.Profile;
import dev.hongyan.client.store.AccountStore;
import dev.hongyan.time.Pace;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.util.Optional;

/** All that a client is made of. */
record Options(
    Optional<Hosts> hosts,
    Profile profile,
    AccountStore store,
    HttpTransport transport,
    Time time,
    Randomness randomness,
    Pace pace,
    Pace mediaPace,
    Pace roomPace) {}
