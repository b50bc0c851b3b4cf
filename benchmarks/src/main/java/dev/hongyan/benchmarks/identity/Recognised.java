// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.identity;

import dev.hongyan.client.identity.Identity;
import dev.hongyan.client.identity.StableId;
import dev.hongyan.server.world.ChatId;
import java.util.HashMap;
import java.util.Map;

/**
 * What became of ids from one login to the next, by what the server knows.
 *
 * @param seen who has an id after the second login
 * @param known of these, who had one before
 * @param kept of the known, who have the same one
 * @param renewed of the known, who have an id that nobody had before
 * @param mistaken of all, who have an id that was another's
 * @param doubt how many mistaken there would be if the confidences were right
 * @param surelyMistaken of the mistaken, of how many the client is sure
 */
record Recognised(
    int seen, int known, int kept, int renewed, int mistaken, double doubt, int surelyMistaken) {

  static final Recognised NOBODY = new Recognised(0, 0, 0, 0, 0, 0, 0);

  static Recognised of(Map<ChatId, Identity> before, Map<ChatId, Identity> after) {
    Map<StableId, ChatId> owners = new HashMap<>();
    before.forEach((who, identity) -> owners.put(identity.id(), who));
    return after.entrySet().stream()
        .map(one ->
            of(
                before.containsKey(one.getKey()),
                owners.containsKey(one.getValue().id()),
                one.getKey().equals(owners.get(one.getValue().id())),
                one.getValue()))
        .reduce(NOBODY, Recognised::plus);
  }

  private static Recognised of(
      boolean wasThere, boolean isRecognised, boolean isRight, Identity identity) {
    boolean isMistaken = isRecognised && !isRight;
    return new Recognised(
        1,
        one(wasThere),
        one(isRight),
        one(wasThere && !isRecognised),
        one(isMistaken),
        isRecognised ? 1 - identity.confidence() : 0,
        one(isMistaken && identity.isSure()));
  }

  private static int one(boolean isSo) {
    return isSo ? 1 : 0;
  }

  Recognised plus(Recognised other) {
    return new Recognised(
        seen + other.seen,
        known + other.known,
        kept + other.kept,
        renewed + other.renewed,
        mistaken + other.mistaken,
        doubt + other.doubt,
        surelyMistaken + other.surelyMistaken);
  }
}
