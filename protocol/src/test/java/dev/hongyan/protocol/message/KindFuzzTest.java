// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever stands in a message, under whatever number, is a kind; and what was read is written and
 * read again as itself.
 */
class KindFuzzTest {

  /** App numbers and others share a field: none of the ones is among the others. */
  private static final List<Integer> TYPES =
      List.of(1, 3, 34, 37, 40, 42, 43, 47, 49, 50, 51, 52, 53, 62, 10_000, 10_002);

  private static final List<Integer> APP_TYPES =
      List.of(0, 1, 2, 3, 4, 5, 6, 8, 17, 33, 36, 57, 2_000, 2_001);

  /** First which type, which app type and which sub-type, then the content. */
  static Stream<byte[]> seeds() {
    return Kinds.all()
        .map(kind -> kind.item(Kinds.PRIVATE, WireStyle.XML))
        .map(item -> {
          char type = (char) ('0' + TYPES.indexOf(item.type()));
          char appType = (char) ('0' + Math.max(0, APP_TYPES.indexOf(item.appType())));
          char subType = item.subType() == 0 ? '0' : '1';
          String content = item.original().isEmpty() ? item.content() : item.original();
          return ("" + type + appType + subType + content).getBytes(StandardCharsets.UTF_8);
        });
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void kinds(byte @Nullable [] bytes) {
    if (bytes == null || bytes.length < 3) {
      return;
    }
    String content = new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    int type = TYPES.get(Math.floorMod(bytes[0] - '0', TYPES.size()));
    int appType = APP_TYPES.get(Math.floorMod(bytes[1] - '0', APP_TYPES.size()));
    int subType = bytes[2] == '1' ? MessageKind.LOCATION : 0;
    MessageItem item =
        new MessageItem(
            Kinds.ID,
            Kinds.PEER,
            Kinds.SELF,
            type,
            content,
            3,
            Kinds.TIME,
            new MediaFields(1, 0, 0, content, content, content, content, false, 0, 0, content),
            appType,
            StatusNote.NONE,
            Recommendation.NONE,
            subType,
            content);

    MessageKind kind = MessageKind.of(item, content);

    assertThat(kind.toString()).isNotNull();
    MessageItem written = kind.item(Kinds.PRIVATE, WireStyle.XML);
    assertThat(MessageKind.of(written, written.content())).isNotNull();
  }
}
