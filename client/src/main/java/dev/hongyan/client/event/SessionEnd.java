// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.event;

import dev.hongyan.protocol.Retcode;

/** Why a session has ended. */
public sealed interface SessionEnd {

  /** We logged out. */
  record LoggedOut() implements SessionEnd {}

  /**
   * The server says so: logged out on the phone, replaced by another login, too old, or restricted
   * (protocol reference 2.9).
   */
  record ByServer(Retcode retcode) implements SessionEnd {}

  /**
   * A mistake of ours: the sync loop has failed in a way that waiting does not mend. The session is
   * still saved, so that a new start goes on with it.
   *
   * @param problem the kind of failure, without any content
   */
  record Failed(String problem) implements SessionEnd {}
}
