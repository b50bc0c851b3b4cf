// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.ClientMessageId;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.catalog.Catalog;
import dev.hongyan.protocol.contact.ContactBatch;
import dev.hongyan.protocol.contact.ContactOperation;
import dev.hongyan.protocol.contact.SearchContact;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.login.Logout;
import dev.hongyan.protocol.media.CheckUpload;
import dev.hongyan.protocol.media.Chunk;
import dev.hongyan.protocol.media.MediaClass;
import dev.hongyan.protocol.media.PictureDownload;
import dev.hongyan.protocol.media.UploadFile;
import dev.hongyan.protocol.media.UploadMedia;
import dev.hongyan.protocol.media.UploadPermit;
import dev.hongyan.protocol.message.OutgoingText;
import dev.hongyan.protocol.message.SendRequest;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.protocol.room.ChangeRoom;
import dev.hongyan.protocol.room.CreateRoom;
import dev.hongyan.protocol.room.RoomChange;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.StatusNotify;
import dev.hongyan.protocol.sync.SyncCheck;
import dev.hongyan.server.Server;
import dev.hongyan.server.ServerOptions;
import dev.hongyan.server.WebPage;
import dev.hongyan.server.WebPageCase;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.VirtualTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a client says that has a session: it hears what our own client can read, and the server
 * goes on. The session's keys are the same each time, so that they stand in the seeds.
 */
class EndpointFuzzTest extends WebPageCase {

  private static final String FORM = "multipart/form-data; boundary=";

  /** Those that nobody holds, and that leave the session alone. */
  private static final List<Call<?, ?>> CALLS =
      Catalog.calls().stream()
          .filter(call -> !List.of(LoginPoll.CALL, SyncCheck.CALL, Logout.CALL).contains(call))
          .toList();

  @BeforeEach
  void setNoLimits() {
    server.world().accounts().set("lin", Map.of("throttling", "off"));
  }

  /** The call and its query in the first line, its body behind it. */
  static Stream<byte[]> seeds() throws InterruptedException {
    var time = VirtualTime.stepped(Instant.parse("2026-03-01T08:00:00Z"));
    try (Server same =
        Server.withoutSockets(ServerOptions.inMemory(), time, Randomness.seeded(1))) {
      return questions(WebPage.of(same, "lin"));
    }
  }

  private static Stream<byte[]> questions(WebPage web) {
    UserName mei = web.name("mei");
    UserName team = web.name("team");
    BaseRequest base = web.base();
    Secret ticket = web.passTicket();
    return Stream.of(
        seed(web, Init.CALL, new Init.Request(base, ticket)),
        seed(
            web,
            SendText.CALL,
            new SendRequest<>(base, ticket, OutgoingText.of("hi", web.to(mei)))),
        seed(web, UploadMedia.CALL, upload(web, mei)),
        seed(
            web,
            CheckUpload.CALL,
            new CheckUpload.Request(base, "0".repeat(32), "a.pdf", 9, web.self(), mei)),
        seed(
            web,
            ContactBatch.CALL,
            new ContactBatch.Request(base, ticket, List.of(ContactBatch.Entry.of(team)))),
        seed(
            web,
            ContactOperation.CALL,
            new ContactOperation.Request(base, ticket, mei, 2, false, "r")),
        seed(web, SearchContact.CALL, new SearchContact.Request(base, ticket, "bo")),
        seed(web, CreateRoom.CALL, new CreateRoom.Request(base, ticket, List.of(mei, mei), "")),
        seed(
            web,
            ChangeRoom.CALL,
            new ChangeRoom.Request(base, ticket, team, new RoomChange.Rename("n"))),
        seed(
            web,
            StatusNotify.CALL,
            new StatusNotify.Request(base, ticket, 3, web.self(), mei, ClientMessageId.NONE)),
        seed(
            web,
            PictureDownload.CALL,
            new PictureDownload.Request(
                new MessageId(1), PictureDownload.Size.THUMBNAIL, web.skey())));
  }

  private static UploadMedia.Request upload(WebPage web, UserName target) {
    UploadFile file = new UploadFile("a.gif", "", "", 3, MediaClass.PICTURE, "");
    return new UploadMedia.Request(
        web.base(),
        file,
        Chunk.of(Body.of("GIF"), 0),
        17,
        web.self(),
        target,
        UploadPermit.NONE,
        Secret.NONE,
        web.passTicket());
  }

  private static <Q> byte[] seed(WebPage web, Call<Q, ?> call, Q question) {
    WebRequest request = web.request(call, question);
    String type = request.headers().first("Content-Type").orElse("");
    String body = new String(request.body().bytes(), ISO_8859_1);
    return (call.name() + "?" + request.query() + "\n")
        .concat(type.startsWith(FORM) ? body.replace(type.substring(FORM.length()), "b") : body)
        .getBytes(ISO_8859_1);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void calls(byte @Nullable [] bytes) throws InterruptedException {
    String[] told = new String(bytes == null ? new byte[0] : bytes, ISO_8859_1).split("\n", 2);
    String[] address = told[0].split("\\?", 2);
    for (Call<?, ?> call : CALLS) {
      if (call.name().equals(address[0])) {
        ask(call, address.length > 1 ? address[1] : "", told.length > 1 ? told[1] : "");
      }
    }
  }

  private void ask(Call<?, ?> call, String query, String body) throws InterruptedException {
    boolean form = Endpoints.isUpload(call.path());
    WebReply reply =
        web.reply(
            new WebRequest(
                call.methods().getFirst(),
                "http",
                "localhost:7600",
                call.path(),
                query,
                Headers.NONE.and("Content-Type", form ? FORM + "b" : "application/json"),
                Body.of(body.getBytes(ISO_8859_1))));

    assertThat(reply.status()).isBetween(200, 499);
    if (reply.status() == 200) {
      assertThat((Object) call.reply(reply)).isNotNull();
    }
  }
}
