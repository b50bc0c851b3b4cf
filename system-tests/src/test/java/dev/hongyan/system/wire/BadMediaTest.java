// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.http.HttpTransport;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.media.Chunk;
import dev.hongyan.protocol.media.UploadFile;
import dev.hongyan.protocol.media.UploadMedia;
import dev.hongyan.server.Server;
import dev.hongyan.server.ServerOptions;
import dev.hongyan.server.script.Cast;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.Violation;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Media that are not what they say get a no over HTTP, and nothing of them stays on the disk. */
@Timeout(60)
class BadMediaTest {

  private static final HttpTransport.Limits LIMITS =
      new HttpTransport.Limits(Duration.ofSeconds(20), 1 << 20);

  private static final byte[] CONTENT = Randomness.seeded(4).bytes(2 * Chunk.SIZE + 100);

  private final HttpTransport transport = HttpTransport.jdk();

  @TempDir private Path folder;
  private Path data;
  private Server server;
  private Browser lin;
  private Uploading uploads;

  @BeforeEach
  void open() throws Exception {
    data = folder.resolve("data");
    server =
        Server.start(ServerOptions.inMemory().keptIn(data), Time.system(), Randomness.seeded(2));
    Cast cast = new Cast(server.world());
    lin =
        new Browser(
            (request, source) -> transport.exchange(request, LIMITS),
            server.origin(),
            Time.system(),
            (uuid, account) -> cast.person(account).phone().scan(uuid).confirm());
    lin.logIn("lin");
    var ignored = lin.init();
    uploads = new Uploading(lin, data);
  }

  @AfterEach
  void close() {
    transport.close();
    server.close();
  }

  /** What is wrong with an upload. */
  enum Lie {
    WRONG_MD5(Breach.WRONG_UPLOAD_CONTENT),
    MISSING_CHUNK(Breach.WRONG_UPLOAD_PART),
    OTHER_CHUNK_TWICE(Breach.WRONG_UPLOAD_PART),
    MORE_THAN_ANNOUNCED(Breach.WRONG_UPLOAD_CONTENT),
    LESS_THAN_ANNOUNCED(Breach.WRONG_UPLOAD_CONTENT),
    NOTHING(Breach.WRONG_UPLOAD_LENGTH),
    TWO_GIGABYTES(Breach.WRONG_UPLOAD_LENGTH);

    private final Breach noted;

    Lie(Breach noted) {
      this.noted = noted;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLieIsRefusedAndLeavesNothing(Lie lie) throws Exception {
    UploadMedia.Reply answer = tell(lie);

    assertThat(answer.status().ret()).isEqualTo(Retcode.PARAMETER_ERROR);
    assertThat(answer.mediaId()).isEmpty();
    assertThat(breaches()).containsExactly(lie.noted);
    assertNothingIsLeft();
  }

  private UploadMedia.Reply tell(Lie lie) throws InterruptedException {
    UploadFile file = Uploading.file("a.bin", CONTENT);
    Body body = Body.of(CONTENT);
    byte[] small = {1, 2, 3};
    return switch (lie) {
      case WRONG_MD5 ->
          uploads.chunk(1, Uploading.file("a.bin", 3, file.md5()), new Chunk(1, 0, Body.of(small)));
      case MISSING_CHUNK -> {
        assertThat(uploads.chunk(1, file, Chunk.of(body, 0)).status().isOk()).isTrue();
        yield uploads.chunk(1, file, Chunk.of(body, 2));
      }
      case OTHER_CHUNK_TWICE -> {
        assertThat(uploads.chunk(1, file, Chunk.of(body, 0)).status().isOk()).isTrue();
        yield uploads.chunk(1, file, new Chunk(3, 0, Chunk.of(body, 1).bytes()));
      }
      case MORE_THAN_ANNOUNCED ->
          uploads.chunk(1, Uploading.file("a.bin", 2, file.md5()), new Chunk(1, 0, Body.of(small)));
      case LESS_THAN_ANNOUNCED ->
          uploads.chunk(
              1, Uploading.file("a.bin", 400, file.md5()), new Chunk(1, 0, Body.of(small)));
      case NOTHING -> uploads.chunk(1, Uploading.file("a.bin", 0, ""), Chunk.NONE);
      case TWO_GIGABYTES ->
          uploads.chunk(
              1,
              Uploading.file("a.bin", 2L << 30, file.md5()),
              new Chunk(4_096, 0, Chunk.of(body, 0).bytes()));
    };
  }

  @Test
  void theSameChunkTwiceIsALostAnswer() throws Exception {
    UploadFile file = Uploading.file("a.bin", CONTENT);
    Body body = Body.of(CONTENT);
    for (int index : new int[] {0, 0, 1, 1}) {
      assertThat(uploads.chunk(1, file, Chunk.of(body, index)).status().isOk()).isTrue();
    }

    UploadMedia.Reply last = uploads.chunk(1, file, Chunk.of(body, 2));
    assertThat(last.isComplete()).isTrue();
    assertThat(uploads.chunk(1, file, Chunk.of(body, 2))).isEqualTo(last);
    assertThat(uploads.contents()).hasSize(1);
    assertThat(uploads.unfinished()).isEmpty();
    assertThat(breaches()).isEmpty();
  }

  @Test
  void anotherLastChunkIsNoLostAnswer() throws Exception {
    UploadFile file = Uploading.file("a.bin", CONTENT);
    assertThat(uploads.whole(1, "a.bin", CONTENT).isComplete()).isTrue();
    byte[] other = Chunk.of(Body.of(CONTENT), 2).bytes().open().readAllBytes();
    other[0]++;

    UploadMedia.Reply answer = uploads.chunk(1, file, new Chunk(3, 2, Body.of(other)));

    assertThat(answer.status().ret()).isEqualTo(Retcode.PARAMETER_ERROR);
    assertThat(answer.mediaId()).isEmpty();
    assertThat(breaches()).containsExactly(Breach.WRONG_UPLOAD_PART);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../x", "..\\..\\x", "/etc/x", "C:\\x", "报告 年终.pdf", ".", "\u202excod.exe"})
  void aNameIsNeverAPlace(String name) throws Exception {
    assertThat(uploads.whole(1, name, CONTENT).isComplete()).isTrue();

    assertThat(uploads.contents()).singleElement().asString().matches("[0-9a-f]{64}");
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside).containsExactly(data);
    }
  }

  @Test
  void whatBreaksOffInAChunkLeavesNothing() throws Exception {
    WebRequest sound =
        lin.request(
            UploadMedia.CALL,
            uploads.request(1, Uploading.file("a.bin", CONTENT), Chunk.of(Body.of(CONTENT), 0)));
    String head =
        "POST %s?%s HTTP/1.1\r\nHost: %s\r\nContent-Type: %s\r\nCookie: wxsid=%s\r\n"
            .formatted(
                sound.path(),
                sound.query(),
                server.origin().authority(),
                sound.headers().first("Content-Type").orElseThrow(),
                lin.cookies.get("wxsid"));
    // As if it were longer than what is kept in memory, so that it goes to a file.
    byte[] half = sound.body().open().readNBytes(Chunk.SIZE / 2);
    for (int length : new int[] {(int) sound.body().length(), 3 << 20}) {
      try (Wire wire = new Wire(server.origin())) {
        wire.say(head + "Content-Length: " + length + "\r\n\r\n").say(half);
        if (length > 2 << 20) {
          wire.say(CONTENT).say(CONTENT);
        }
      }
    }

    assertThat(uploads.whole(2, "b.bin", new byte[] {1}).isComplete()).as("goes on").isTrue();
    assertThat(uploads.unfinished()).isEmpty();
    assertThat(uploads.contents()).hasSize(1);
    assertThat(server.world().uploads().announced()).isZero();
  }

  @Test
  void anImageBombIsNoCode() throws Exception {
    String picture = Base64.getEncoder().encodeToString(pngHeader(60_000, 60_000));
    WebRequest scan =
        new WebRequest(
            "POST",
            server.origin().scheme(),
            server.origin().authority(),
            "/phone/scan",
            "",
            Headers.NONE.and("Content-Type", "application/json"),
            Body.of("{\"account\":\"mei\",\"picture\":\"" + picture + "\"}"));

    WebReply reply = transport.exchange(scan, LIMITS);

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.headers().first("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(reply.body().text()).contains("pixels");
    assertNothingIsLeft();
  }

  /** Neither on the disk nor, once the server has written all it wants to, in the database. */
  private void assertNothingIsLeft() throws IOException, SQLException {
    assertThat(uploads.contents()).isEmpty();
    assertThat(server.world().uploads().announced()).isZero();
    assertThat(server.world().media().used()).isZero();
    server.close();
    try (Stream<Path> files = Files.list(data)) {
      Path database =
          files.filter(file -> file.toString().endsWith(".db")).findFirst().orElseThrow();
      try (Connection sql = DriverManager.getConnection("jdbc:sqlite:" + database)) {
        for (String table : List.of("media", "message_media", "upload")) {
          try (ResultSet rows =
              sql.createStatement().executeQuery("SELECT COUNT(*) FROM " + table)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).as(table).isZero();
          }
        }
      }
    }
  }

  private List<Breach> breaches() {
    return server.world().violations().report().list().stream().map(Violation::breach).toList();
  }

  /** The beginning of a PNG of this size, without a single pixel. */
  private static byte[] pngHeader(int width, int height) {
    ByteBuffer chunk = ByteBuffer.allocate(17);
    chunk.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
    chunk.put(new byte[] {8, 2, 0, 0, 0});
    CRC32 sum = new CRC32();
    sum.update(chunk.array());
    return ByteBuffer.allocate(33)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
        .putInt(13)
        .put(chunk.array())
        .putInt((int) sum.getValue())
        .array();
  }
}
