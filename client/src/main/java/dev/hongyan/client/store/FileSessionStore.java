// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import dev.hongyan.client.store.SavedSession.Place;
import dev.hongyan.client.store.SavedSession.SavedCookie;
import dev.hongyan.client.store.SavedSession.State;
import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.SetCookie;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A session in a file of one record, replaced as a whole each time. */
final class FileSessionStore implements SessionStore {

  private static final int SESSION = 4;

  private final Path file;

  FileSessionStore(Path file) {
    this.file = file;
  }

  @Override
  public Optional<SavedSession> load() {
    List<SavedSession> found = new ArrayList<>();
    RecordLog.read(
        file, LogKind.SESSION, payload -> read(new PayloadReader(payload)).ifPresent(found::add));
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
  }

  @Override
  public synchronized void save(SavedSession session) {
    RecordLog.write(file, LogKind.SESSION, List.of(payload(session)));
  }

  @Override
  public synchronized void reviseUnowned(UnaryOperator<SavedSession> revision) {
    Optional<FolderLock> lock = FolderLock.tryTake(file.resolveSibling(""));
    if (lock.isPresent()) {
      try (FolderLock _ = lock.get()) {
        load().map(revision).ifPresent(this::save);
      }
    }
  }

  @Override
  public synchronized void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }

  private static byte[] payload(SavedSession session) {
    return new PayloadWriter(SESSION)
        .text(session.id())
        .text(session.app().name())
        .number(session.isOneServer() ? 1 : 0)
        .text(session.main().scheme())
        .text(session.main().authority())
        .text(session.place().family())
        .number(session.credentials().uin())
        .text(session.credentials().sid().value())
        .text(session.credentials().skey().value())
        .text(session.credentials().passTicket().value())
        .text(session.self().value())
        .text(session.nickName())
        .list(session.cookies(), FileSessionStore::write)
        .list(session.rooms().names(), (out, room) -> write(out, room, session.rooms()))
        .text(session.state().name())
        .payload();
  }

  /** A session as an earlier version wrote it is none: it takes a login. */
  private static Optional<SavedSession> read(PayloadReader in) {
    return in.kind() == SESSION ? Optional.of(readSession(in)) : Optional.empty();
  }

  private static SavedSession readSession(PayloadReader in) {
    return new SavedSession(
        in.text(),
        new Place(
            WebApp.valueOf(in.text()),
            in.number() == 1,
            new Origin(in.text(), in.text()),
            in.text()),
        new Credentials(
            in.number(), new Secret(in.text()), new Secret(in.text()), new Secret(in.text())),
        new UserName(in.text()),
        in.text(),
        in.list(FileSessionStore::readCookie),
        readRooms(in),
        State.valueOf(in.text()));
  }

  private static void write(PayloadWriter out, UserName room, KnownRooms rooms) {
    out.text(room.value()).text(rooms.owner(room).orElse(UserName.NONE).value());
  }

  private static KnownRooms readRooms(PayloadReader in) {
    Map<UserName, UserName> owners = new LinkedHashMap<>();
    in.list(rest -> Map.entry(new UserName(rest.text()), new UserName(rest.text())))
        .forEach(room -> owners.put(room.getKey(), room.getValue()));
    return new KnownRooms(owners);
  }

  private static void write(PayloadWriter out, SavedCookie saved) {
    SetCookie cookie = saved.cookie();
    out.text(saved.host())
        .text(cookie.name())
        .text(cookie.value())
        .text(cookie.domain())
        .text(cookie.path())
        .number(cookie.expires().getEpochSecond())
        .number(cookie.secure() ? 1 : 0);
  }

  private static SavedCookie readCookie(PayloadReader in) {
    String host = in.text();
    return new SavedCookie(
        host,
        new SetCookie(
            in.text(), in.text(), in.text(), in.text(), readEnd(in.number()), in.number() == 1));
  }

  private static Instant readEnd(long epochSecond) {
    return epochSecond == SetCookie.NEVER.getEpochSecond()
        ? SetCookie.NEVER
        : Instant.ofEpochSecond(epochSecond);
  }
}
