// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hongyan.client.FakeService.Fault;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.http.Hosts;
import dev.hongyan.client.http.Profile;
import dev.hongyan.client.http.Profile.Choice;
import dev.hongyan.client.message.Progress;
import dev.hongyan.client.message.SendOutcome.NotSent;
import dev.hongyan.client.message.SendOutcome.NotSent.Reason;
import dev.hongyan.client.message.SendOutcome.Sent;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.UserName;
import dev.hongyan.time.Randomness;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Uploads that break off: they go on where they were, in this process or the next. */
@Timeout(60)
class UploadTest extends ClientScenario {

  private static final int CHUNK = 512 << 10;

  /** Above what is sent without a check. */
  private static final int LARGE = (25 << 20) + 7;

  @TempDir private Path folder;

  private Path file(int size) throws IOException {
    return Files.write(folder.resolve("a.bin"), Randomness.seeded(3).bytes(size));
  }

  /** Ends a client that is sending, once it has begun with the next try of this call. */
  private void cutShort(WeChat client, Path file, Progress progress, String call)
      throws InterruptedException {
    var sending =
        time.start(
            "sending",
            () ->
                assertThatExceptionOfType(InterruptedException.class)
                    .isThrownBy(() -> client.chat(MEI).send(file, progress)));
    await(() -> service.count(call) >= 1 && service.hasFailed(call));
    sending.close();
    client.close();
  }

  /** Breaks the way once so much is there, so that the next chunk is tried in vain. */
  private Progress breakingAt(long wanted, String call) {
    return (bytes, total) -> {
      if (bytes == wanted) {
        service.fail(call, Fault.LOST_REQUEST, 4);
      }
    };
  }

  private WeChat restarted() throws InterruptedException {
    WeChat again = client();
    assertThat(again.restore()).isInstanceOf(LoginOutcome.LoggedIn.class);
    again.start();
    return again;
  }

  @Test
  void anUploadCutShortGoesOnBehindItsLastChunk() throws Exception {
    Path file = file(4 * CHUNK);
    cutShort(loggedIn(), file, breakingAt(2 * CHUNK, "webwxuploadmedia"), "webwxuploadmedia");
    service.heal();

    restarted();
    await(() -> !service.media.sent.isEmpty());

    assertThat(service.media.chunkNumbers()).containsExactly(0, 1, 2, 3);
    assertThat(service.media.uploaded.values()).containsExactly(Files.readAllBytes(file));
    assertThat(service.media.sent).hasSize(1);
  }

  @Test
  void anUploadThatTheServerHasForgottenBeginsAnew() throws Exception {
    Path file = file(3 * CHUNK);
    cutShort(loggedIn(), file, breakingAt(2 * CHUNK, "webwxuploadmedia"), "webwxuploadmedia");
    service.heal();
    service.media.forgetUnfinished();

    restarted();
    await(() -> !service.media.sent.isEmpty());

    assertThat(service.media.chunkNumbers()).containsExactly(0, 1, 2, 0, 1, 2);
    assertThat(service.media.uploaded.values()).containsExactly(Files.readAllBytes(file));
  }

  @Test
  void whatWasUploadedIsNotUploadedAgain() throws Exception {
    Path file = file(2 * CHUNK);
    service.fail("webwxsendappmsg", Fault.LOST_ANSWER, 4);
    cutShort(loggedIn(), file, Progress.UNSEEN, "webwxsendappmsg");
    service.heal();

    restarted();
    await(() -> service.count("webwxsendappmsg") > 1);

    assertThat(service.media.chunkNumbers()).containsExactly(0, 1);
    assertThat(service.media.sent).hasSize(1);
  }

  @Test
  void anIdThatTheServerHasForgottenIsGotAnew() throws Exception {
    Path file = file(2 * CHUNK);
    service.fail("webwxsendappmsg", Fault.LOST_REQUEST, 4);
    cutShort(loggedIn(), file, Progress.UNSEEN, "webwxsendappmsg");
    service.heal();
    service.media.forgetUploaded();

    restarted();
    await(() -> !service.media.sent.isEmpty());

    assertThat(service.media.chunkNumbers()).containsExactly(0, 1, 0, 1);
    assertThat(service.media.sent).hasSize(1);
  }

  @Test
  void aFileThatHasChangedMeanwhileIsNotSent() throws Exception {
    Path file = file(2 * CHUNK);
    service.fail("webwxuploadmedia", Fault.LOST_REQUEST, 4);
    cutShort(loggedIn(), file, Progress.UNSEEN, "webwxuploadmedia");
    service.heal();
    Files.write(file, Randomness.seeded(4).bytes(2 * CHUNK));

    restarted();
    time.pause(Duration.ofMinutes(5));

    assertThat(service.media.sent).isEmpty();
    assertThat(service.media.uploaded).isEmpty();
  }

  /**
   * The server had put the file together when its last answer was lost, so that it knew nothing of
   * an upload when the last chunk came again. The client took that for a refusal of the file.
   */
  @Test
  void anUploadWhoseLastAnswerIsLostBeginsAnew() throws Exception {
    Path file = file(3 * CHUNK);

    var outcome =
        loggedIn()
            .chat(MEI)
            .send(
                file,
                (bytes, _) -> {
                  if (bytes == 2 * CHUNK && service.media.uploaded.isEmpty()) {
                    service.fail("webwxuploadmedia", Fault.LOST_ANSWER, 1);
                  }
                });

    assertThat(outcome).isInstanceOf(Sent.class);
    assertThat(service.media.chunkNumbers()).containsExactly(0, 1, 2, 2, 0, 1, 2);
  }

  @Test
  void aRefusalOfANewUploadIsARefusal() throws Exception {
    service.media.uploadStatus = Status.of(Retcode.PARAMETER_ERROR);

    var outcome = loggedIn().chat(MEI).send(file(2 * CHUNK));

    assertThat(outcome).isNotInstanceOf(Sent.class);
    assertThat(service.media.chunkNumbers()).containsExactly(0);
  }

  private WeChat helper(Choice... choices) throws InterruptedException {
    WeChat client =
        builder()
            .profile(Profile.fileHelper().with(choices))
            .hosts(Hosts.server(URI.create("http://127.0.0.1:9")))
            .build();
    closedLater(client);
    assertThat(scanAndConfirm(client)).isInstanceOf(LoginOutcome.LoggedIn.class);
    return client;
  }

  private static List<Integer> upTo(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @Test
  void theFileHelperSendsSeveralChunksAtATime() throws Exception {
    Path file = file(LARGE);
    service.fail("webwxuploadmediaparallel", Fault.LOST_REQUEST, 1);

    assertThat(helper().phone().send(file)).isInstanceOf(Sent.class);

    assertThat(service.media.uploaded.values()).containsExactly(Files.readAllBytes(file));
    assertThat(service.media.chunkNumbers()).containsExactlyInAnyOrderElementsOf(upTo(51));
    assertThat(service.media.chunkNumbers().getLast()).as("the lost one waits").isLessThan(50);
    assertThat(service.calls).doesNotContain("webwxuploadmedia");
  }

  @Test
  void afterABreakOnlyMissingChunksAreSent() throws Exception {
    Path file = file(LARGE);
    Progress progress =
        (bytes, _) -> {
          if (bytes >= 30 * CHUNK && service.media.uploaded.isEmpty()) {
            service.fail("webwxuploadmediaparallel", Fault.LOST_REQUEST, 1);
          }
        };

    assertThat(helper().phone().send(file, progress)).isInstanceOf(Sent.class);

    assertThat(service.media.chunkNumbers()).doesNotHaveDuplicates().hasSize(51);
  }

  @Test
  void aLargeUploadWhoseIdIsLostIsFoundByTheCheck() throws Exception {
    service.media.losesId = true;

    assertThat(helper().phone().send(file(LARGE))).isInstanceOf(Sent.class);

    assertThat(service.media.uploaded).hasSize(1);
    assertThat(service.count("webwxcheckupload")).isEqualTo(2);
  }

  @Test
  void aLongBreakOfALargeUploadCostsNoChunkTwice() throws Exception {
    Path file = file(LARGE);
    Progress progress =
        (bytes, _) -> {
          if (bytes == 30L * CHUNK) {
            service.fail("webwxuploadmediaparallel", Fault.LOST_REQUEST, 16); // four for each lane
          }
        };

    assertThat(helper().phone().send(file, progress)).isInstanceOf(Sent.class);

    assertThat(service.media.chunkNumbers()).doesNotHaveDuplicates().hasSize(51);
    assertThat(service.count("webwxcheckupload")).isBetween(2L, 3L);
  }

  @Test
  void aWayThatStaysBrokenEndsTheUpload() throws Exception {
    service.fail("webwxuploadmediaparallel", Fault.LOST_REQUEST, 1_000);

    assertThat(helper().phone().send(file(LARGE))).isEqualTo(new NotSent(Reason.NOT_UPLOADED));
  }

  @Test
  void choicesDecideHowTheFileHelperUploads() throws Exception {
    WeChat client = helper(Choice.UPLOAD_IN_ORDER, Choice.UPLOAD_WHOLE);

    assertThat(client.chat(UserName.FILE_HELPER).send(file(LARGE))).isInstanceOf(Sent.class);
    assertThat(service.media.chunkNumbers()).containsExactlyElementsOf(upTo(51));
    service.media.chunks.clear();
    assertThat(client.phone().send(file(3 * CHUNK))).isInstanceOf(Sent.class);

    assertThat(service.media.chunkNumbers()).containsExactly(0);
    assertThat(service.calls).doesNotContain("webwxuploadmediaparallel");
  }
}
