// SPDX-License-Identifier: Apache-2.0

/** A program of somebody who embeds client and server as named modules. */
module dev.hongyan.embedder {
  requires dev.hongyan.client;
  requires dev.hongyan.server;
}
