// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.ClientMessageId;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.message.Envelope;
import dev.hongyan.protocol.message.FileCard;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.OutgoingEmoticon;
import dev.hongyan.protocol.message.OutgoingFile;
import dev.hongyan.protocol.message.OutgoingPicture;
import dev.hongyan.protocol.message.OutgoingText;
import dev.hongyan.protocol.message.OutgoingVideo;
import dev.hongyan.protocol.message.SendEmoticon;
import dev.hongyan.protocol.message.SendFile;
import dev.hongyan.protocol.message.SendPicture;
import dev.hongyan.protocol.message.SendReply;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.protocol.message.SendVideo;
import dev.hongyan.protocol.message.WireText;
import dev.hongyan.server.WebPageCase;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Media;
import dev.hongyan.server.world.MediaContent;
import dev.hongyan.server.world.MediaHandle;
import dev.hongyan.server.world.MediaKind;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.Rate;
import dev.hongyan.server.world.Rates;
import dev.hongyan.server.world.Switch;
import dev.hongyan.server.world.Violation;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SendEndpointTest extends WebPageCase {

  private static final byte[] BYTES = {1, 2, 3};

  private final Person lin = cast.person("lin");
  private final Person mei = cast.person("mei");
  private UserName target;

  @BeforeEach
  void chooseTarget() {
    target = web.name("mei");
  }

  @Test
  void sendsWhatWasUploaded() throws Exception {
    String mediaId = upload(lin, "a.bin");

    sent(web.send(SendPicture.CALL, OutgoingPicture.uploaded(mediaId, web.to(target))));
    sent(web.send(SendVideo.CALL, OutgoingVideo.uploaded(mediaId, web.to(target))));
    sent(web.send(SendEmoticon.CALL, OutgoingEmoticon.uploaded(mediaId, web.to(target))));
    FileCard card = FileCard.of("报告.pdf", 1, mediaId);
    sent(web.send(SendFile.CALL, OutgoingFile.of(card, web.to(target))));

    List<Message> messages = mei.messages();
    assertThat(messages)
        .extracting(m -> m.content().kind())
        .containsExactly("picture", "video", "emoticon", "file");
    assertThat(messages).allSatisfy(m -> assertThat(mei.opens(m)).isEqualTo(BYTES));
    assertThat(messages.getLast().content().text()).isEqualTo("报告.pdf");
    assertThat(messages.getFirst().call()).contains("webwxsendmsgimg");
    assertThat(breaches()).isEmpty();
  }

  @Test
  void isTheSameMessageWhenItComesAgain() throws Exception {
    String mediaId = upload(lin, "a.bin");
    Envelope envelope = web.to(target);

    SendReply first = web.send(SendPicture.CALL, OutgoingPicture.uploaded(mediaId, envelope));
    SendReply again = web.send(SendPicture.CALL, OutgoingPicture.uploaded(mediaId, envelope));

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(mei.messages()).hasSize(1);
  }

  @Test
  void sendsOnWhatWasReceived() throws Exception {
    mei.sendsPicture("p.jpg", BYTES).to(lin);
    mei.sendsFile("f.pdf", BYTES).to(lin);
    mei.sends(new Content.Location(22.54, 113.95, "深圳", "书城")).to(lin);
    mei.sendsEmoticon(new byte[] {9}).to(lin);
    List<MessageItem> received = web.news();
    UserName bo = web.name("bo");

    String opaque = received.get(0).content();
    sent(web.send(SendPicture.CALL, OutgoingPicture.forwarded(opaque, web.to(bo))));
    FileCard card = FileCard.of("f.pdf", 3, received.get(1).media().mediaId());
    sent(web.send(SendFile.CALL, OutgoingFile.of(card, web.to(bo))));
    String place = received.get(2).original();
    sent(web.send(SendText.CALL, OutgoingText.location(place, web.to(bo))));
    String md5 = mei.messages().getLast().content().attachment().orElseThrow().media().md5();
    sent(web.send(SendEmoticon.CALL, OutgoingEmoticon.known(md5, web.to(bo))));

    List<Message> messages = cast.person("bo").messages();
    assertThat(messages)
        .extracting(Message::content)
        .containsExactlyElementsOf(mei.messages().stream().map(Message::content).toList());
    assertThat(breaches()).isEmpty();
  }

  @Test
  void sendsOnAPictureByItsDescription() throws Exception {
    lin.isTreated(Switch.MEDIA_CONTENT, MediaContent.XML);
    mei.sendsPicture("p.jpg", BYTES).to(lin);
    String xml = WireText.decode(web.news().getFirst().content());

    sent(web.send(SendPicture.CALL, OutgoingPicture.forwarded(xml, web.to(target))));

    assertThat(mei.opens(mei.messages().getLast())).isEqualTo(BYTES);
  }

  @Test
  void sendsNothingThatTheAccountDoesNotHave() throws Exception {
    String foreign = upload(mei, "secret.bin");
    mei.sendsPicture("p.jpg", BYTES).to(cast.person("bo"));
    Media seen = mei.messages().getLast().content().attachment().orElseThrow().media();
    String xml = "<msg><img length=\"3\" md5=\"" + seen.md5() + "\"/></msg>";

    refused(web.send(SendPicture.CALL, OutgoingPicture.uploaded(foreign, web.to(target))));
    refused(web.send(SendPicture.CALL, OutgoingPicture.uploaded("@crypt_00", web.to(target))));
    refused(web.send(SendPicture.CALL, OutgoingPicture.forwarded(xml, web.to(target))));
    refused(web.send(SendVideo.CALL, OutgoingVideo.forwarded("", false, web.to(target))));

    assertThat(breaches()).hasSize(4).containsOnly(Breach.UNKNOWN_MEDIA);
    assertThat(mei.messages()).hasSize(1);
  }

  @Test
  void aStickerThatNobodyHasSeenIsTheStores() throws Exception {
    sent(web.send(SendEmoticon.CALL, OutgoingEmoticon.known("ab".repeat(16), web.to(target))));
    refused(web.send(SendEmoticon.CALL, OutgoingEmoticon.known("no", web.to(target))));

    assertThat(mei.messages())
        .extracting(Message::content)
        .containsExactly(new Content.Sticker("ab".repeat(16)));
  }

  @Test
  void aFileNameLeadsNowhere() throws Exception {
    FileCard card = FileCard.of("../../x & <y>.sh", 3, upload(lin, "a.bin"));

    sent(web.send(SendFile.CALL, OutgoingFile.of(card, web.to(target))));

    assertThat(mei.messages().getLast().content().text()).isEqualTo("x & <y>.sh");
  }

  @Test
  void isThrottledByItsOwnCall() throws Exception {
    lin.isTreated(Switch.THROTTLING, new Rates(Map.of("webwxsendmsgimg", Rate.aMinute(1))));
    String mediaId = upload(lin, "a.bin");

    sent(web.send(SendPicture.CALL, OutgoingPicture.uploaded(mediaId, web.to(target))));
    SendReply second =
        web.send(SendPicture.CALL, OutgoingPicture.uploaded(mediaId, web.to(target)));

    assertThat(second.status().ret()).isEqualTo(Retcode.TOO_FREQUENT);
    assertThat(second.clientId()).isEqualTo(ClientMessageId.NONE);
    sent(web.send(SendText.CALL, OutgoingText.of("free", web.to(target))));
  }

  private String upload(Person owner, String name) {
    Media media = server.world().media().keep(new ByteArrayInputStream(BYTES), MediaKind.FILE);
    long number = server.world().media().noteUpload(owner.account().id(), media, name);
    return web.session().mediaHandles().of(new MediaHandle.Uploaded(number));
  }

  private static void sent(SendReply reply) {
    assertThat(reply.status().isOk()).isTrue();
  }

  private static void refused(SendReply reply) {
    assertThat(reply.status().ret()).isEqualTo(Retcode.PARAMETER_ERROR);
  }

  private List<Breach> breaches() {
    return server.world().violations().report().list().stream().map(Violation::breach).toList();
  }
}
