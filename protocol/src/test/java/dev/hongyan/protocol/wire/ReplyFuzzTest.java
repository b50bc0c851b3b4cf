// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Findings;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.cases.Cases;
import dev.hongyan.protocol.cases.RecordedFindings;
import dev.hongyan.protocol.catalog.Catalog;
import dev.hongyan.protocol.contact.ContactBatch;
import dev.hongyan.protocol.contact.ContactOperation;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.contact.SearchContact;
import dev.hongyan.protocol.login.CodePicture;
import dev.hongyan.protocol.login.LoginPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.login.Logout;
import dev.hongyan.protocol.login.NewCode;
import dev.hongyan.protocol.login.PushLogin;
import dev.hongyan.protocol.media.ByteRange;
import dev.hongyan.protocol.media.CheckUpload;
import dev.hongyan.protocol.media.FileDownload;
import dev.hongyan.protocol.media.UploadMedia;
import dev.hongyan.protocol.media.VideoDownload;
import dev.hongyan.protocol.message.RecallMessage;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.protocol.page.CheckUrl;
import dev.hongyan.protocol.recording.RecordedExchange;
import dev.hongyan.protocol.room.ChangeRoom;
import dev.hongyan.protocol.room.CreateRoom;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.StatusNotify;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.protocol.sync.SyncCheck;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a server answers is a value or malformed, the same whether anybody listens to findings
 * or not. What was read from JSON is written and read again as itself.
 *
 * <p>In the normal run each method sees the recorded replies and what once broke it. {@code
 * JAZZER_FUZZ=1 ./hongyan test -pl protocol -Dtest=ReplyFuzzTest#sync} searches for more.
 */
class ReplyFuzzTest {

  /** The recorded replies of all calls: each decoder sees the others' dialects too. */
  static Stream<byte[]> seeds() {
    return Cases.all().map(c -> c.reply().body().bytes()).distinct();
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void newCode(byte @Nullable [] bytes) {
    decode(NewCode.CALL, bytes);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void picture(byte @Nullable [] bytes) {
    decode(CodePicture.CALL, bytes);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void poll(byte @Nullable [] bytes) {
    decode(LoginPoll.CALL, bytes);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void page(byte @Nullable [] bytes) {
    decode(LoginPage.CALL, bytes);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void push(byte @Nullable [] bytes) {
    decodeTwice(PushLogin.CALL, bytes);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void init(byte @Nullable [] bytes) {
    decodeTwice(Init.CALL, bytes);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void ready(byte @Nullable [] bytes) {
    decodeTwice(StatusNotify.CALL, bytes);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void contacts(byte @Nullable [] bytes) {
    decodeTwice(ContactPage.CALL, bytes);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void batch(byte @Nullable [] bytes) {
    decodeTwice(ContactBatch.CALL, bytes);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void check(byte @Nullable [] bytes) {
    decodeTwice(SyncCheck.CALL, bytes);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void sync(byte @Nullable [] bytes) {
    decodeTwice(Sync.CALL, bytes);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void send(byte @Nullable [] bytes) {
    decodeTwice(SendText.CALL, bytes);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void logout(byte @Nullable [] bytes) {
    decode(Logout.CALL, bytes);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void upload(byte @Nullable [] bytes) {
    decodeTwice(UploadMedia.CALL, bytes);
    decodeTwice(CheckUpload.CALL, bytes);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void download(byte @Nullable [] bytes) {
    decodeTwice(VideoDownload.CALL, bytes);
    decodeTwice(FileDownload.CALL, bytes);
  }

  /** Whatever call is added: its reply is a value or malformed. */
  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void anyCall(byte @Nullable [] bytes) {
    for (Call<?, ?> call : Catalog.calls()) {
      var ignored = decode(call, bytes);
    }
  }

  /** The lines of real recordings, and what each recorded header says. */
  static Stream<byte[]> lines() {
    return Stream.concat(
            Stream.of(
                """
                {"call":"webwxsync","session":"1","millis":2,"took":3,"asked":{"method":"POST",\
                "path":"/a","query":"b=c","body":"{}","bytes":2},"answered":{"status":200,\
                "type":"text/plain","cookies":[{"name":"wxsid","value":"a"}],"body":"{}",\
                "bytes":2}}\
                """,
                "attachment; filename*=UTF-8''%E6%8A%A5.pdf",
                "bytes 0-9/10",
                "bytes=5-",
                "Thu, 01 Jan 2026 00:00:00 GMT"),
            Cases.all()
                .flatMap(c -> c.reply().headers().lines().stream())
                .map(line -> line.value()))
        .distinct()
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whoever sends a bug report sends a recording: its lines are as hostile. */
  @MethodSource("lines")
  @FuzzTest(maxDuration = "60s")
  void recording(byte @Nullable [] bytes) {
    String line = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    try {
      RecordedExchange exchange = RecordedExchange.parse(line);
      assertThat(RecordedExchange.parse(exchange.line())).isEqualTo(exchange);
    } catch (MalformedReplyException e) {
      assertThat(e.call()).isEqualTo("recording");
    }
  }

  /** The texts of headers are as hostile as bodies. */
  @MethodSource("lines")
  @FuzzTest(maxDuration = "60s")
  void downloadHeaders(byte @Nullable [] bytes) {
    String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    Headers headers =
        Headers.NONE
            .and("Content-Disposition", text)
            .and("Content-Range", text)
            .and("Last-Modified", text)
            .and("Cache-Control", text);

    assertThat(FileDownload.CALL.reply(new WebReply(200, headers, Body.EMPTY))).isNotNull();
    assertThat(ByteRange.parse(text)).isNotNull();
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void rooms(byte @Nullable [] bytes) {
    decodeTwice(CreateRoom.CALL, bytes);
    decodeTwice(ChangeRoom.CALL, bytes);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void others(byte @Nullable [] bytes) {
    decodeTwice(RecallMessage.CALL, bytes);
    decodeTwice(ContactOperation.CALL, bytes);
    decodeTwice(SearchContact.CALL, bytes);
    decode(CheckUrl.CALL, bytes);
  }

  private static <R> @Nullable R decode(Call<?, R> call, byte @Nullable [] bytes) {
    WebReply reply = new WebReply(200, Headers.NONE, Body.of(bytes == null ? new byte[0] : bytes));
    R heard = decode(call, reply, new RecordedFindings());
    assertThat((Object) decode(call, reply, Findings.IGNORED)).isEqualTo(heard);
    return heard;
  }

  private static <R> @Nullable R decode(Call<?, R> call, WebReply reply, Findings findings) {
    try {
      return call.reply(reply, findings);
    } catch (MalformedReplyException e) {
      assertThat(e.call()).isEqualTo(call.name());
      return null;
    }
  }

  private static <R> void decodeTwice(Call<?, R> call, byte @Nullable [] bytes) {
    R value = decode(call, bytes);
    if (value != null) {
      assertThat((Object) call.reply(call.answer(value))).isEqualTo(value);
    }
  }
}
