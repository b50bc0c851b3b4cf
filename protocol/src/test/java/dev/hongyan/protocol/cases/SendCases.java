// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.cases;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.ClientMessageId;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.message.Envelope;
import dev.hongyan.protocol.message.FileCard;
import dev.hongyan.protocol.message.OutgoingEmoticon;
import dev.hongyan.protocol.message.OutgoingFile;
import dev.hongyan.protocol.message.OutgoingMessage;
import dev.hongyan.protocol.message.OutgoingPicture;
import dev.hongyan.protocol.message.OutgoingText;
import dev.hongyan.protocol.message.OutgoingVideo;
import dev.hongyan.protocol.message.SendEmoticon;
import dev.hongyan.protocol.message.SendFile;
import dev.hongyan.protocol.message.SendPicture;
import dev.hongyan.protocol.message.SendReply;
import dev.hongyan.protocol.message.SendRequest;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.protocol.message.SendVideo;
import java.util.stream.Stream;

/** Everything that can be sent (protocol reference 3.12 to 3.16). */
final class SendCases {

  /** Invented; the real ones are longer. */
  static final String MEDIA_ID = "@crypt_5e6f7a8b_" + "0c1d".repeat(16);

  private static final ClientMessageId CLIENT_ID = new ClientMessageId("17000000900120417");
  private static final Envelope TO_HELPER =
      new Envelope(SampleValues.SELF, UserName.FILE_HELPER, CLIENT_ID);
  private static final Envelope TO_ROOM =
      new Envelope(SampleValues.SELF, SampleValues.ROOM, CLIENT_ID);
  private static final String XML = "<msg><img length='13' md5=\"a\\b\"/></msg>";

  private SendCases() {}

  static Stream<Case<?, ?>> all() {
    var text = OutgoingText.of("\"a\\b\" & <c>\n梅 😀 \u2005\t\u0001", TO_HELPER);
    var card = FileCard.of("a\\b & <c> 'd' 图.PDF", 1_522_084, MEDIA_ID);
    var large = new OutgoingFile(card, new Secret(Cases.SKEY), TO_ROOM);
    return Stream.of(
        sent("send", SendText.CALL, text),
        new Case<>("send-refused", SendText.CALL, own(text), SendReply.refused(Cases.REFUSED)),
        forwarded("forward-location", SendText.CALL, OutgoingText.location(XML, TO_ROOM)),
        sent("send-picture", SendPicture.CALL, OutgoingPicture.uploaded(MEDIA_ID, TO_ROOM)),
        forwarded("forward-picture", SendPicture.CALL, OutgoingPicture.forwarded(XML, TO_HELPER)),
        sent("send-video", SendVideo.CALL, OutgoingVideo.uploaded(MEDIA_ID, TO_HELPER)),
        forwarded("forward-video", SendVideo.CALL, OutgoingVideo.forwarded(XML, true, TO_ROOM)),
        sent("send-emoticon", SendEmoticon.CALL, OutgoingEmoticon.uploaded(MEDIA_ID, TO_ROOM)),
        sent("send-sticker", SendEmoticon.CALL, OutgoingEmoticon.known("5c".repeat(16), TO_ROOM)),
        sent("send-file", SendFile.CALL, OutgoingFile.of(card, TO_HELPER)),
        sent("send-large-file", SendFile.CALL, large));
  }

  private static <M extends OutgoingMessage> Case<?, ?> sent(
      String name, Call<SendRequest<M>, SendReply> call, M message) {
    return new Case<>(name, call, own(message), taken());
  }

  private static <M extends OutgoingMessage> Case<?, ?> forwarded(
      String name, Call<SendRequest<M>, SendReply> call, M message) {
    var question = new SendRequest<>(Cases.BASE, Cases.CREDENTIALS.passTicket(), message, true);
    return new Case<>(name, call, question, taken());
  }

  private static <M extends OutgoingMessage> SendRequest<M> own(M message) {
    return new SendRequest<>(Cases.BASE, Cases.CREDENTIALS.passTicket(), message);
  }

  private static SendReply taken() {
    return new SendReply(Status.OK, Cases.bigId(), CLIENT_ID);
  }
}
