// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind there and back. */
@Timeout(20)
class MessageKindTest {

  static Stream<MessageKind> kinds() {
    return Kinds.all();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void arrivesAsItWasWritten(MessageKind kind) {
    MessageItem item = kind.item(Kinds.PRIVATE, WireStyle.XML);

    assertThat(MessageKind.of(item, item.content())).isEqualTo(kind);
    assertThat(MessageJson.read(MessageJson.write(item))).isEqualTo(item);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void arrivesInARoomToo(MessageKind kind) {
    MessageItem item = kind.item(Kinds.IN_ROOM, WireStyle.XML);

    assertThat(MessageKind.of(item, RoomPrefix.split(item.content()).content())).isEqualTo(kind);
  }

  @Test
  void everyKindIsInTheTable() {
    assertThat(kinds().map(MessageKind::getClass).distinct())
        .hasSize(MessageKind.class.getPermittedSubclasses().length - 1);
  }

  @Test
  void whatThePhoneDoesIsToldBesideTheContent() {
    StatusNote note = new StatusNote(StatusNote.READ, List.of(Kinds.PEER));
    MessageItem item = new MessageKind.Status(note).item(Kinds.IN_ROOM, WireStyle.XML);

    assertThat(item.type()).isEqualTo(MessageKind.STATUS);
    assertThat(MessageKind.of(item, "")).isEqualTo(new MessageKind.Status(note));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void readsTheRestWhereTheContentIsCut(MessageKind kind) {
    MessageItem item = kind.item(Kinds.PRIVATE, WireStyle.XML);
    String content = item.content();

    for (int end = 0; end <= content.length(); end++) {
      assertThat(MessageKind.of(item, content.substring(0, end))).isNotNull();
    }
  }
}
