// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The media ids of one session (protocol reference 3.18), and the contents without structure that
 * messages with media have had since 2018 (5.6). Both are numbers under the session's key and mean
 * nothing in another one.
 */
public final class MediaHandles {

  private static final byte UPLOADED = 11;
  private static final byte RECEIVED = 12;
  private static final byte CONTENT = 13;
  private static final byte PREFIX = 14;

  /** Several hundred hex digits. */
  private static final int BLOCKS = 12;

  /** Six hundred and more. */
  private static final int CONTENT_BLOCKS = 20;

  private static final Pattern MEDIA_ID =
      Pattern.compile("@crypt_[0-9a-f]{8}_(?<hidden>[0-9a-f]+)");

  private final SessionCipher cipher;

  MediaHandles(SessionCipher cipher) {
    this.cipher = cipher;
  }

  /** The media id of something that the account may send or fetch. */
  public String of(MediaHandle handle) {
    return switch (handle) {
      case MediaHandle.Uploaded(var number) -> mediaId(UPLOADED, number);
      case MediaHandle.Received(var message) -> mediaId(RECEIVED, message.value());
    };
  }

  private String mediaId(byte kind, long id) {
    String prefix = cipher.hide(PREFIX, id, 1).substring(0, 8);
    return "@crypt_" + prefix + "_" + cipher.hide(kind, id, BLOCKS);
  }

  /** What a media id stands for; nothing if it is another session's or none. */
  public Optional<MediaHandle> open(String mediaId) {
    Matcher matcher = MEDIA_ID.matcher(mediaId);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return cipher
        .open(matcher.group("hidden"))
        .flatMap(hidden ->
            switch (hidden.kind()) {
              case UPLOADED -> Optional.of(new MediaHandle.Uploaded(hidden.id()));
              case RECEIVED -> Optional.of(new MediaHandle.Received(new MessageId(hidden.id())));
              default -> Optional.empty();
            });
  }

  /** What stands in the content of a message with media. */
  public String contentOf(MessageId message) {
    return "@" + cipher.hide(CONTENT, message.value(), CONTENT_BLOCKS);
  }

  /** The message whose content this is, if it was delivered in this session. */
  public Optional<MessageId> openContent(String content) {
    return content.startsWith("@")
        ? cipher
            .open(content.substring(1))
            .filter(hidden -> hidden.kind() == CONTENT)
            .map(hidden -> new MessageId(hidden.id()))
        : Optional.empty();
  }
}
