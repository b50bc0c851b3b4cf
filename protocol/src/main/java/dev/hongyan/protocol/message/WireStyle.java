// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.UserName;
import java.util.function.Function;

/**
 * How a server writes what has been written differently over the years (protocol reference A, C).
 *
 * @param media what the contents of pictures, voices, videos and files are
 * @param hasStatusContent whether status notifications repeat the chats as XML, as until 2018
 * @param realId the id behind a user name, which XML shows: {@code wxid_…}, {@code …@chatroom}
 */
public record WireStyle(
    MediaContent media, boolean hasStatusContent, Function<UserName, String> realId) {

  /** What stands in the content of a message with media. */
  public sealed interface MediaContent {

    /** XML, as until 2017. */
    record Xml() implements MediaContent {}

    /**
     * A text without structure, as from 2018 on; files keep their XML.
     *
     * @param text {@code @} and 600 or more hex digits
     */
    record Opaque(String text) implements MediaContent {

      @Override
      public String toString() {
        return "opaque content";
      }
    }

    /** Nothing, as seen in 2023. */
    record Empty() implements MediaContent {}
  }

  /** XML everywhere, and the user names themselves for ids. */
  public static final WireStyle XML = new WireStyle(new MediaContent.Xml(), true, UserName::value);
}
