// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** Why a chat room is not changed as somebody asks. */
public enum RoomRefusal {
  /** He is not in this room, or it is gone (1201, protocol reference 7.1). */
  NOT_A_MEMBER,
  /** Only the room's owner may. */
  NOT_THE_OWNER,
  /** It would have more members than {@link Rooms#MOST_MEMBERS}. */
  FULL,
  /** Too few can be brought into a new room: it takes two others at least (3.29). */
  TOO_FEW,
  /** The name is longer than {@link Rooms#TOPIC_LIMIT}. */
  NAME_TOO_LONG
}
