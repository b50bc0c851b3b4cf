// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where those whom we know are kept from one session to the next. Failures to read or write are
 * {@link java.io.UncheckedIOException}.
 */
public interface IdentityStore {

  /** Everybody, in the order in which they became known. */
  List<Acquaintance> all();

  /** Ids that were given up, and what they became. */
  Map<StableId, StableId> merged();

  /** Keeps these, each in place of what was kept under his id. */
  void put(Collection<Acquaintance> acquaintances);

  /** Gives up an id: whoever had it goes by the other from now on. */
  void merge(StableId from, StableId into);

  /** Forgets everybody. */
  void forget();
}
