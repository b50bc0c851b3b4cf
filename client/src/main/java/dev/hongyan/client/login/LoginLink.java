// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.login;

import java.util.Optional;

/** One way to log in; a login tries them in turn. */
@FunctionalInterface
interface LoginLink {

  /** Tries this way; empty if it is not there or leads nowhere, so that the next one may. */
  Optional<Login> attempt() throws InterruptedException;
}
