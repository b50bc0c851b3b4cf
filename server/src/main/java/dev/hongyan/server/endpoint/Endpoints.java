// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.MalformedRequestException;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.media.UploadMedia;
import dev.hongyan.protocol.media.UploadParallel;
import dev.hongyan.server.http.Limits;
import dev.hongyan.server.media.PictureReader;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every call of the protocol that the server answers, by path; on every host (1.2). */
public final class Endpoints {

  /** Everything below here is meant for the protocol. */
  private static final String PREFIX = "/cgi-bin/mmwebwx-bin/";

  /** A file of 25 MiB in one piece, and the form around it. */
  private static final int UPLOAD = 26 << 20;

  private final Map<String, Endpoint<?, ?>> byPath = new HashMap<>();
  private final Map<String, Endpoint<?, ?>> byPrefix = new HashMap<>();
  private final ServiceHosts hosts;
  private final Violations violations;

  /**
   * The calls over a world.
   *
   * @param publicUrl where the server is reached from outside, if not where the requests say
   * @param hold how long polls are held unless an account's switch says otherwise
   */
  public Endpoints(
      World world, Time time, Randomness randomness, Optional<Origin> publicUrl, Duration hold) {
    hosts = new ServiceHosts(publicUrl);
    violations = new Violations(world);
    Holds holds = new Holds(hold);
    SessionCheck check = new SessionCheck(world, violations, time);
    ContactCards cards = new ContactCards(world);
    CursorReading cursors = new CursorReading(world, violations);
    List<Endpoint<?, ?>> all =
        List.of(
            new NewCodeEndpoint(world.codes(), violations),
            new CodePictureEndpoint(world.codes(), hosts, new QrPictures(randomness)),
            new LoginPollEndpoint(world.codes(), hosts, holds, violations),
            new LoginPageEndpoint(world, hosts, violations),
            new PushLoginEndpoint(world, violations),
            new InitEndpoint(world, time, check, cards),
            new StatusNotifyEndpoint(world, randomness, check, cards, violations),
            new ContactPageEndpoint(world, check, cards, violations),
            new ContactBatchEndpoint(check, cards, violations),
            new SyncCheckEndpoint(world, time, holds, check, cursors, violations),
            new SyncEndpoint(world, time, check, hosts, cards, cursors),
            new ContactOperationEndpoint(world, check, cards, violations),
            new VerifyContactEndpoint(world, check, cards, violations),
            new SearchContactEndpoint(world, check),
            new CreateRoomEndpoint(world, check, cards, violations),
            new ChangeRoomEndpoint(world, check, cards, violations),
            new CheckUrlEndpoint(check, violations),
            new StatReportEndpoint(check),
            new FeedbackEndpoint(check, violations),
            new LogoutEndpoint(world, check, hosts));
    all.forEach(this::add);
    SendEndpoint.all(world, check, cards, violations).forEach(this::add);
    addMedia(world, check, cards);
  }

  private void addMedia(World world, SessionCheck check, ContactCards cards) {
    DataTickets tickets = new DataTickets(world, violations);
    UploadIntake intake = new UploadIntake(world, violations);
    Downloads downloads =
        new Downloads(
            world,
            cards,
            new GuestMedia(world),
            new Thumbnails(world.media(), new PictureReader()),
            new EmptyBodies(),
            violations);
    add(new UploadEndpoint(intake, tickets, check));
    add(new ParallelUploadEndpoint(intake, tickets, check));
    add(new CheckUploadEndpoint(world, check, violations));
    add(new RecallEndpoint(world, check, cards, violations));
    DownloadEndpoint.all(downloads, tickets, check).forEach(this::add);
  }

  private void add(Endpoint<?, ?> endpoint) {
    (endpoint.call().hasTail() ? byPrefix : byPath).put(endpoint.call().path(), endpoint);
  }

  /** Bytes that the body of a call may have; with files, those of one that comes whole (11). */
  public static int bodyLimit(String path) {
    return isUpload(path) ? UPLOAD : Limits.BODY;
  }

  /** Whether files come on this path. */
  public static boolean isUpload(String path) {
    return path.equals(UploadMedia.CALL.path()) || path.equals(UploadParallel.CALL.path());
  }

  /** Whether this host name is one of the service's own, not a base URL. */
  public static boolean isServiceHost(String host) {
    return ServiceHosts.isService(host);
  }

  /** What the picture of this login code says to a client that asks for it here. */
  public static String codeText(WebRequest request, String uuid) {
    return new ServiceHosts(Optional.empty()).qrText(new Visit("", request, ""), uuid);
  }

  /**
   * Answers a request, or nothing if its path is none of the protocol's.
   *
   * @throws InterruptedException if the client has gone or the server closes while it is held
   */
  public Optional<WebReply> handle(WebRequest request, String source) throws InterruptedException {
    Optional<Endpoint<?, ?>> endpoint = find(request.path());
    if (endpoint.isPresent()) {
      return Optional.of(answer(endpoint.get(), request, source));
    }
    if (!request.path().startsWith(PREFIX)) {
      return Optional.empty();
    }
    String name = request.path().substring(PREFIX.length());
    violations.add(
        Breach.UNKNOWN_CALL, new Visit(shortened(name), request, source), "no such call");
    return Optional.of(new WebReply(404, Headers.NONE, Body.EMPTY));
  }

  private static String shortened(String name) {
    return name.length() > 40 ? name.substring(0, 40) : name;
  }

  private Optional<Endpoint<?, ?>> find(String path) {
    Endpoint<?, ?> exact = byPath.get(path);
    if (exact != null) {
      return Optional.of(exact);
    }
    int slash = path.lastIndexOf('/');
    return slash < 0
        ? Optional.empty()
        : Optional.ofNullable(byPrefix.get(path.substring(0, slash + 1)));
  }

  private <Q, R> WebReply answer(Endpoint<Q, R> endpoint, WebRequest request, String source)
      throws InterruptedException {
    Visit visit = new Visit(endpoint.call().name(), request, source);
    if (Preflight.is(request, endpoint.call())) {
      return Preflight.answer(request, endpoint.call());
    }
    if (!endpoint.call().methods().contains(request.method()) && !request.method().equals("HEAD")) {
      violations.add(Breach.WRONG_METHOD, visit, request.method());
      return new WebReply(
          405, Headers.NONE.and("Allow", String.join(", ", endpoint.call().methods())), Body.EMPTY);
    }
    if (!hosts.suits(endpoint.call().role(), request.host())) {
      violations.add(Breach.WRONG_HOST, visit, "meant for the " + endpoint.call().role() + " host");
    }
    if (request.body().length() > 0 && !visit.hasHeader("Content-Type")) {
      violations.add(Breach.CONTENT_TYPE_MISSING, visit, "Content-Type");
    }
    Q question;
    try {
      question = endpoint.call().read(request);
    } catch (MalformedRequestException e) {
      violations.add(Breach.MALFORMED_BODY, visit, String.valueOf(e.getMessage()));
      return endpoint.call().answer(endpoint.unreadable());
    }
    return Preflight.open(endpoint.answer(question, visit), request, endpoint.call());
  }
}
