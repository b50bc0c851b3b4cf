// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.catalog.Catalog;
import dev.hongyan.protocol.login.CodePicture;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.recording.RecordedExchange;
import dev.hongyan.protocol.recording.SessionOfRequest;
import dev.hongyan.protocol.sync.SyncCheck;
import dev.hongyan.server.Interceptor;
import dev.hongyan.server.endpoint.Endpoints;
import dev.hongyan.server.endpoint.QrPictures;
import dev.hongyan.server.fault.Delivery;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives again what was recorded: to each call of a session the replies to that call in that
 * session, one after the other, after as long as they took; of several downloads the one of the
 * same message or person. What a request says beyond that does not count. Of media the bytes are
 * invented ones, and the picture of a login code is drawn for the code that is asked for. A poll
 * for which nothing is left is held and hears of nothing; any other call is a 404 and is told.
 */
public final class Replay implements Interceptor {

  /** The longest poll of the service and some air. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final Duration HOLD = Duration.ofSeconds(25);

  private static final Pattern SUBJECT =
      Pattern.compile("(?i)(?:^|&)(?:msgid|mediaid|username|type)=(?<value>[^&]*)");

  /** Which of its masks a code has does not matter here, and a replay is the same each time. */
  private final QrPictures pictures = new QrPictures(Randomness.seeded(1));

  private final Map<Key, Queue<RecordedExchange>> left = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Time time;
  private final Consumer<String> unmatched;

  private record Key(String call, String session) {}

  private Replay(List<RecordedExchange> exchanges, Time time, Consumer<String> unmatched) {
    this.time = time;
    this.unmatched = unmatched;
    for (RecordedExchange exchange : exchanges) {
      Key key = new Key(exchange.call(), exchange.session());
      left.computeIfAbsent(key, _ -> new ArrayDeque<>()).add(exchange);
    }
  }

  /**
   * Opens a recording. A last line that was begun and never ended, since its writer was killed, is
   * left out.
   *
   * @param unmatched is told of each request that the recording has no reply to, without its
   *     secrets
   * @throws IOException if the file cannot be read, or is no recording of a version that we know;
   *     the text says why, and in which line
   */
  public static Replay of(Path file, Time time, Consumer<String> unmatched) throws IOException {
    String text = text(file);
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(RecordedExchange.FIRST_LINE)) {
      throw new IOException(
          file
              + " is no recording: its first line is not that of version "
              + RecordedExchange.VERSION);
    }
    List<RecordedExchange> exchanges = new ArrayList<>();
    for (int number = 2; number <= lines.size(); number++) {
      try {
        exchanges.add(RecordedExchange.parse(lines.get(number - 1)));
      } catch (MalformedReplyException e) {
        if (number < lines.size() || text.endsWith("\n")) {
          throw new IOException(file + " is no recording: line " + number + " is no exchange", e);
        }
      }
    }
    return new Replay(exchanges, time, unmatched);
  }

  /** What was cut off may end within a letter; everything before has to be sound. */
  private static String text(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int whole = bytes.length;
    while (whole > 0 && bytes[whole - 1] != '\n') {
      whole--;
    }
    try {
      String sound = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, whole)).toString();
      return sound + new String(bytes, whole, bytes.length - whole, UTF_8);
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is no recording: it is not UTF-8", e);
    }
  }

  @Override
  public Delivery intercept(WebRequest request, String source, Next next)
      throws InterruptedException {
    Optional<Call<?, ?>> call = Catalog.ofPath(request.path());
    if (call.isEmpty()) {
      return next.answer(request, source);
    }
    Key key = new Key(call.get().name(), SessionOfRequest.of(request));
    Optional<RecordedExchange> found = take(key, subject(request.query()));
    return found.isPresent() ? again(found.get(), request) : nothing(call.get());
  }

  /** The next one about the same; the next one where nothing says what it is about. */
  private Optional<RecordedExchange> take(Key key, String subject) {
    lock.lock();
    try {
      Queue<RecordedExchange> queue = left.getOrDefault(key, new ArrayDeque<>());
      Optional<RecordedExchange> same =
          queue.stream().filter(one -> subject(one.asked().query()).equals(subject)).findFirst();
      Optional<RecordedExchange> next = same.or(() -> Optional.ofNullable(queue.peek()));
      next.ifPresent(queue::remove);
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** Whose picture, which message's: downloads come in any order. */
  private static String subject(String query) {
    return SUBJECT
        .matcher(query)
        .results()
        .map(found -> found.group("value"))
        .collect(Collectors.joining("&"));
  }

  private Delivery again(RecordedExchange exchange, WebRequest request)
      throws InterruptedException {
    Duration took = Duration.ofMillis(exchange.took());
    time.pause(took.compareTo(LONGEST) > 0 ? LONGEST : took);
    if (exchange.answered().status() == 0) {
      return new Delivery.Silence(Optional.empty());
    }
    return new Delivery.Whole(
        exchange.answered().media().isCode() ? drawn(request) : exchange.answered().reply());
  }

  private WebReply drawn(WebRequest request) {
    String uuid = CodePicture.CALL.read(request).value();
    return CodePicture.CALL.answer(pictures.draw(Endpoints.codeText(request, uuid)));
  }

  private Delivery nothing(Call<?, ?> call) throws InterruptedException {
    if (call.equals(SyncCheck.CALL)) {
      time.pause(HOLD);
      return new Delivery.Whole(SyncCheck.CALL.answer(new SyncCheck.Reply(Retcode.OK, 0)));
    }
    if (call.equals(LoginPoll.CALL)) {
      time.pause(HOLD);
      return new Delivery.Whole(LoginPoll.CALL.answer(new LoginPoll.Waiting()));
    }
    String told = "no reply to " + call.name() + " is left in the recording of this session";
    unmatched.accept(told);
    Headers plain = Headers.NONE.and("Content-Type", "text/plain;charset=utf-8");
    return new Delivery.Whole(new WebReply(404, plain, Body.of(told + "\n")));
  }
}
