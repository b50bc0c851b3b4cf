// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import dev.hongyan.time.Time;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;

/**
 * What all connections of a listener share.
 *
 * @param places connections that are served
 * @param waitingRoom connections beyond that, which are told so; still more are closed without a
 *     word
 * @param bodies bytes of bodies in memory
 * @param open every connection; one that comes after all were closed is closed at once
 * @param spooled bytes of bodies in temporary files
 */
record Service(
    RequestHandler handler,
    Time time,
    Limits limits,
    ReplyEncoder encoder,
    Budget places,
    Budget waitingRoom,
    Budget bodies,
    Budget spooled,
    ChannelGroup open,
    RunningRequests running) {

  /** Enough to be polite in a rush, too few to run out of files in an attack. */
  private static final int WAITING_ROOM = 256;

  static Service of(RequestHandler handler, Time time, Limits limits) {
    return new Service(
        handler,
        time,
        limits,
        new ReplyEncoder(time),
        new Budget(limits.connections()),
        new Budget(WAITING_ROOM),
        new Budget(limits.bodies()),
        new Budget(limits.spooled()),
        new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE, true),
        new RunningRequests());
  }
}
