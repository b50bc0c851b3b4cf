// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.CallContext;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.media.PictureDownload;
import dev.hongyan.protocol.media.StreamRequest;
import dev.hongyan.protocol.media.VideoDownload;
import dev.hongyan.server.script.Cast;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.LoginResult;
import dev.hongyan.server.world.PollOutcome;
import dev.hongyan.server.world.Session;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is too large for memory, through real connections. */
@Timeout(120)
class MediaOverSocketsTest {

  private static final int LARGE = 20 << 20;
  private static final int AT_ONCE = 50;

  private final HttpClient http = HttpClient.newHttpClient();
  private final byte[] content = Randomness.seeded(3).bytes(LARGE);
  private Server server;
  private Session session;
  private Person lin;
  private Person mei;

  @BeforeEach
  void open() throws Exception {
    server = Server.start(ServerOptions.inMemory(), Time.system(), Randomness.seeded(2));
    Cast cast = new Cast(server.world());
    lin = cast.person("lin");
    mei = cast.person("mei");
    String uuid = server.world().codes().create("client").orElseThrow();
    lin.phone().scan(uuid).confirm();
    var confirmed = (PollOutcome.Confirmed) server.world().codes().poll(uuid, true, Duration.ZERO);
    var in = (LoginResult.LoggedIn) server.world().codes().redeem(uuid, confirmed.ticket(), false);
    session = in.session();
  }

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  @Test
  void aLargePictureComesAsItWas() throws Exception {
    var id = new MessageId(mei.sendsPicture("p.jpg", content).to(lin).value());

    HttpResponse<byte[]> reply = http.send(picture(id), HttpResponse.BodyHandlers.ofByteArray());

    assertThat(reply.headers().firstValueAsLong("Content-Length")).hasValue(LARGE);
    assertThat(reply.body()).isEqualTo(content);
  }

  @Test
  void aRangeOfAVideoIsAPart() throws Exception {
    var id = new MessageId(mei.sendsVideo("v.mp4", content, Duration.ofSeconds(9)).to(lin).value());
    WebRequest asked =
        VideoDownload.CALL.request(
            new StreamRequest(id, skey(), Optional.empty()),
            server.origin(),
            new CallContext(0, "zh_CN", ""));

    HttpResponse<byte[]> reply =
        http.send(
            request(asked).header("Range", "bytes=5242880-5242889").build(),
            HttpResponse.BodyHandlers.ofByteArray());

    assertThat(reply.statusCode()).isEqualTo(206);
    assertThat(reply.headers().firstValue("Content-Range"))
        .contains("bytes 5242880-5242889/" + LARGE);
    assertThat(reply.body()).isEqualTo(Arrays.copyOfRange(content, 5242880, 5242890));
  }

  /** A gigabyte altogether, of which the server holds two pieces of 64 KiB each. */
  @Test
  void fiftyDownloadsAtOnceAllArriveAndFillNoMemory() throws Exception {
    var id = new MessageId(mei.sendsPicture("p.jpg", content).to(lin).value());
    List<CompletableFuture<HttpResponse<Long>>> downloads = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      downloads.add(http.sendAsync(picture(id), info -> counting()));
    }

    for (CompletableFuture<HttpResponse<Long>> download : downloads) {
      assertThat(download.get().body()).isEqualTo(LARGE);
    }
    var memory = ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric();
    assertThat(memory.usedDirectMemory()).isLessThan(64L << 20);
  }

  private static HttpResponse.BodySubscriber<Long> counting() {
    long[] seen = new long[1];
    return HttpResponse.BodySubscribers.mapping(
        HttpResponse.BodySubscribers.ofByteArrayConsumer(
            part -> part.ifPresent(bytes -> seen[0] += bytes.length)),
        done -> seen[0]);
  }

  private HttpRequest picture(MessageId id) {
    WebRequest asked =
        PictureDownload.CALL.request(
            new PictureDownload.Request(id, PictureDownload.Size.FULL, skey()),
            server.origin(),
            new CallContext(0, "zh_CN", ""));
    return request(asked).build();
  }

  private Secret skey() {
    return new Secret(session.secrets().skey());
  }

  private HttpRequest.Builder request(WebRequest asked) {
    return HttpRequest.newBuilder(
            URI.create(server.origin() + asked.path() + "?" + asked.query().replace("@", "%40")))
        .header("Cookie", "wxsid=" + session.secrets().sid());
  }
}
