// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.time.Randomness;
import dev.hongyan.time.VirtualTime;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class UploadsTest {

  private static final int PART = Uploads.PART;

  @TempDir Path folder;

  private final VirtualTime time = VirtualTime.stepped(Scene.START);
  private final byte[] content = Randomness.seeded(5).bytes(2 * PART + 1000);
  private World world;
  private AccountId lin;

  @BeforeEach
  void open() {
    world = open(MediaStore.BUDGET);
    lin = world.accounts().named("lin").orElseThrow().id();
  }

  private World open(long budget) {
    return World.at(
        folder.resolve("world.db"),
        SamplePeople.withFriends(3),
        budget,
        time,
        Randomness.seeded(3));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void arePutTogetherFromTheirParts() throws Exception {
    assertThat(add(0)).isInstanceOf(UploadOutcome.Unfinished.class);
    assertThat(add(1)).isInstanceOf(UploadOutcome.Unfinished.class);
    UploadOutcome.Finished finished = (UploadOutcome.Finished) add(2);

    Media media = finished.file().media();
    assertThat(finished.file().name()).isEqualTo("x.bin");
    assertThat(media.size()).isEqualTo(content.length);
    assertThat(media.md5()).isEqualTo(md5(content));
    assertThat(world.media().upload(lin, finished.number())).contains(finished.file());
    assertThat(read(media)).isEqualTo(content);
    assertThat(world.media().used()).isEqualTo(content.length);
  }

  @Test
  void belongToWhoHasUploadedThem() {
    UploadOutcome.Finished finished = (UploadOutcome.Finished) add(one(content), content);

    AccountId mei = world.accounts().named("mei").orElseThrow().id();
    assertThat(world.media().upload(mei, finished.number())).isEmpty();
    assertThat(world.media().upload(lin, finished.number() + 1)).isEmpty();
  }

  @Test
  void keepTheSameContentOnce() throws Exception {
    add(one(content), content);
    add(one(content), content);

    assertThat(keptFiles()).hasSize(1);
    assertThat(world.media().used()).isEqualTo(content.length);
    assertThat(world.media().find(md5(content), content.length)).isPresent();
    assertThat(world.media().find(md5(content), 1)).isEmpty();
  }

  @Test
  void takeThePartAgainWhoseAnswerWasLost() {
    add(0);
    assertThat(add(0)).isInstanceOf(UploadOutcome.Unfinished.class);
    add(1);
    assertThat(add(1)).isInstanceOf(UploadOutcome.Unfinished.class);

    assertThat(add(2)).isInstanceOf(UploadOutcome.Finished.class);
  }

  /** The last part again was refused, so that its client sent all of them anew. */
  @Test
  void areFinishedOnceThoughTheirLastPartComesAgain() throws Exception {
    add(0);
    add(1);
    UploadOutcome finished = add(2);

    assertThat(add(2)).isEqualTo(finished);
    assertThat(add(2)).isEqualTo(finished);
    assertThat(unfinishedFiles()).isEmpty();
    assertThat(world.uploads().announced()).isZero();
  }

  @Test
  void thatAreFinishedTakeNothingButTheSameAgain() throws Exception {
    add(0);
    add(1);
    UploadOutcome finished = add(2);
    byte[] other = slice(2);
    other[999]++;

    assertRefused(UploadFault.WRONG_PART, add(part(2), other));
    assertRefused(UploadFault.WRONG_PART, add(part(2), Arrays.copyOf(slice(2), 999)));
    assertRefused(UploadFault.WRONG_PART, add(part(2), Arrays.copyOf(slice(2), 1001)));
    assertRefused(UploadFault.WRONG_PART, add(1));
    assertRefused(UploadFault.WRONG_PART, add(part(3), slice(2)));
    assertRefused(
        UploadFault.WRONG_PART,
        add(part("n", Optional.of(md5(content)), content.length + 1, 2, 3), slice(2)));
    assertThat(add(2)).isEqualTo(finished);
  }

  @Test
  void beginAnewUnderTheNumberOfAFinishedOne() {
    add(0);
    add(1);
    UploadOutcome finished = add(2);

    assertThat(add(0)).isInstanceOf(UploadOutcome.Unfinished.class);
    add(1);
    assertThat(add(2)).isInstanceOf(UploadOutcome.Finished.class).isNotEqualTo(finished);
  }

  @Test
  void thatAreFinishedAreForgottenAfterAWhile() throws Exception {
    add(0);
    add(1);
    add(2);
    time.advance(Uploads.PATIENCE.plus(Duration.ofSeconds(1)));

    assertRefused(UploadFault.WRONG_PART, add(2));
  }

  @Test
  void areGivenUpWhenAPartComesTwiceWithOtherBytes() throws Exception {
    add(0);

    assertRefused(UploadFault.WRONG_PART, add(part(0), new byte[PART]));
    assertRefused(UploadFault.WRONG_PART, add(1));
  }

  @Test
  void areGivenUpWhenAPartIsMissingOrComesLate() throws Exception {
    add(0);
    assertRefused(UploadFault.WRONG_PART, add(2));

    add(0);
    add(1);
    assertRefused(UploadFault.WRONG_PART, add(0));

    assertRefused(UploadFault.WRONG_PART, add(1));
  }

  @Test
  void startAfreshOnceTheyWereGivenUp() {
    add(0);
    add(2);

    add(0);
    add(1);
    assertThat(add(2)).isInstanceOf(UploadOutcome.Finished.class);
  }

  @Test
  void mustBeAsLongAsTheySay() throws Exception {
    assertRefused(UploadFault.WRONG_SIZE, add(one(content), new byte[content.length + 1]));
    assertRefused(UploadFault.WRONG_SIZE, add(one(content), new byte[content.length - 1]));
    assertRefused(UploadFault.EMPTY, add(part("n", Optional.empty(), 0, 0, 1), new byte[0]));
    assertRefused(UploadFault.WRONG_SIZE, add(one(content), new byte[0]));
  }

  @Test
  void mustBeWhatTheirMd5Says() throws Exception {
    byte[] other = content.clone();
    other[17]++;

    assertRefused(UploadFault.WRONG_MD5, add(one(content), other));
    assertThat(world.media().find(md5(other), other.length)).isEmpty();
  }

  @Test
  void ofTwoGigabytesAreRefusedBeforeAByteIsKept() throws Exception {
    UploadPart huge =
        new UploadPart(lin, "n", "x", MediaKind.FILE, Optional.empty(), 2L << 30, 0, 4096, false);

    assertRefused(UploadFault.TOO_LARGE, add(huge, new byte[PART]));
  }

  @Test
  void breakOffWithTheirPart() throws Exception {
    InputStream broken = InputStream.nullInputStream();
    broken.close();

    assertRefused(UploadFault.BROKEN, world.uploads().add(part(0), broken));
  }

  @Test
  void areForgottenAfterAWhile() throws Exception {
    add(0);
    time.advance(Uploads.PATIENCE.plus(Duration.ofSeconds(1)));

    UploadOutcome other = add(one("n2", content), content);

    assertThat(other).isInstanceOf(UploadOutcome.Finished.class);
    assertThat(unfinishedFiles()).isEmpty();
    assertRefused(UploadFault.WRONG_PART, add(1));
  }

  @Test
  void makeRoomForEachOther() throws Exception {
    for (int i = 0; i <= Uploads.REMEMBERED; i++) {
      time.advance(Duration.ofSeconds(1));
      add(part("id" + i, Optional.empty(), content.length, 0, 3), slice(0));
    }

    assertThat(unfinishedFiles()).hasSize(Uploads.REMEMBERED);
  }

  @Test
  void thatAreFinishedMakeRoomForUnfinishedOnes() throws Exception {
    add(part("first", Optional.empty(), content.length, 0, 3), slice(0));
    for (int i = 0; i < 2 * Uploads.REMEMBERED; i++) {
      time.advance(Duration.ofSeconds(1));
      add(part("id" + i, Optional.empty(), 2, 0, 2), new byte[1]);
      add(part("id" + i, Optional.empty(), 2, 1, 2), new byte[1]);
    }

    UploadPart repeated = part("id1", Optional.empty(), 2, 1, 2);
    assertThat(add(repeated, new byte[1]))
        .isEqualTo(new UploadOutcome.Refused(UploadFault.WRONG_PART));
    assertThat(add(part("first", Optional.empty(), content.length, 1, 3), slice(1)))
        .isInstanceOf(UploadOutcome.Unfinished.class);
  }

  @Test
  void comeInAnyOrderWhereThatIsAllowed() throws Exception {
    for (int number : List.of(2, 0, 2)) {
      assertThat(add(loose(number), slice(number))).isInstanceOf(UploadOutcome.Unfinished.class);
    }
    UploadOutcome.Finished finished = (UploadOutcome.Finished) add(loose(1), slice(1));

    assertThat(read(finished.file().media())).isEqualTo(content);
    for (int number : List.of(1, 0, 2)) {
      assertThat(add(loose(number), slice(number))).as("again").isEqualTo(finished);
    }
    assertRefused(UploadFault.WRONG_PART, add(loose(0), slice(1)));
    assertRefused(UploadFault.WRONG_PART, add(loose(2), slice(1)));
  }

  /** A part whose answer was lost came again while the last one was put to the others. */
  @Test
  void inAnyOrderTakeAPartAgainThatCameWhileTheyWereFinished() throws Exception {
    add(loose(0), slice(0));
    add(loose(1), slice(1));
    CompletableFuture<UploadOutcome> again = new CompletableFuture<>();
    InputStream last =
        new FilterInputStream(new ByteArrayInputStream(slice(2))) {
          private boolean begun;

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            if (!begun) {
              begun = true;
              Thread.ofVirtual().start(() -> again.complete(add(loose(0), slice(0))));
            }
            return super.read(bytes, offset, length);
          }
        };

    UploadOutcome finished = world.uploads().add(loose(2), last);

    assertThat(finished).isInstanceOf(UploadOutcome.Finished.class);
    assertThat(again.get()).isEqualTo(finished);
  }

  @Test
  void inAnyOrderStillHaveTheirSizes() throws Exception {
    assertRefused(UploadFault.WRONG_SIZE, add(loose(1), Arrays.copyOf(slice(1), 10)));
    assertRefused(UploadFault.WRONG_SIZE, add(loose(2), slice(1)));
  }

  @Test
  void areRefusedWhereThereIsNoRoom() throws Exception {
    world.close();
    world = open(content.length + 10L);
    add(one(content), content);

    assertRefused(UploadFault.NO_ROOM, add(one("n2", new byte[11]), new byte[11]));
  }

  @Test
  void thatNobodySendsAreForgottenAtTheNextStart() throws Exception {
    add(one(content), content);
    world.close();
    world = open(MediaStore.BUDGET);
    assertThat(keptFiles()).hasSize(1);
    time.advance(MediaStore.UPLOAD_KEPT.plus(Duration.ofSeconds(1)));

    world.close();
    world = open(MediaStore.BUDGET);

    assertThat(keptFiles()).isEmpty();
    assertThat(world.media().used()).isZero();
  }

  @Test
  void ofACrashAreSweptAtTheNextStart() throws Exception {
    add(one(content), content);
    Files.writeString(folder.resolve("media/new/left"), "half");
    Path shelf = Files.createDirectories(folder.resolve("media/ee"));
    Files.writeString(shelf.resolve("e".repeat(64)), "nobody knows me");

    world.close();
    world = open(MediaStore.BUDGET);

    assertThat(unfinishedFiles()).isEmpty();
    assertThat(keptFiles()).hasSize(1);
  }

  @Test
  void areForTheirOwnersEyesAlone() throws Exception {
    add(one(content), content);

    assertThat(Files.getPosixFilePermissions(keptFiles().getFirst())).hasSize(2);
    assertThat(Files.getPosixFilePermissions(folder.resolve("media"))).hasSize(3);
  }

  private UploadOutcome add(int number) {
    return add(part(number), slice(number));
  }

  private UploadOutcome add(UploadPart part, byte[] bytes) {
    return world.uploads().add(part, new ByteArrayInputStream(bytes));
  }

  private byte[] slice(int number) {
    return Arrays.copyOfRange(
        content, number * PART, Math.min(content.length, (number + 1) * PART));
  }

  private UploadPart part(int number) {
    return part("n", Optional.of(md5(content)), content.length, number, 3);
  }

  private UploadPart one(byte[] whole) {
    return one("n", whole);
  }

  private UploadPart one(String id, byte[] whole) {
    return part(id, Optional.of(md5(whole)), whole.length, 0, 1);
  }

  private UploadPart part(String id, Optional<String> md5, long size, int number, int count) {
    return new UploadPart(lin, id, "../x.bin", MediaKind.PICTURE, md5, size, number, count, false);
  }

  private UploadPart loose(int number) {
    return new UploadPart(
        lin,
        "n",
        "x.bin",
        MediaKind.FILE,
        Optional.of(md5(content)),
        content.length,
        number,
        3,
        true);
  }

  private void assertRefused(UploadFault fault, UploadOutcome outcome) throws IOException {
    assertThat(outcome).isEqualTo(new UploadOutcome.Refused(fault));
    assertThat(unfinishedFiles()).isEmpty();
    assertThat(world.uploads().announced()).isZero();
  }

  private List<Path> unfinishedFiles() throws IOException {
    return files(folder.resolve("media/new"));
  }

  private List<Path> keptFiles() throws IOException {
    return files(folder.resolve("media")).stream()
        .filter(file -> file.getFileName().toString().length() == 64)
        .toList();
  }

  private static List<Path> files(Path where) throws IOException {
    if (!Files.exists(where)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(where)) {
      return found.filter(Files::isRegularFile).toList();
    }
  }

  private byte[] read(Media media) throws IOException {
    try (InputStream in = world.media().open(media)) {
      return in.readAllBytes();
    }
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
