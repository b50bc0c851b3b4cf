// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hongyan.client.store.SavedSession.Place;
import dev.hongyan.client.store.SavedSession.SavedCookie;
import dev.hongyan.client.store.SavedSession.State;
import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.SetCookie;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebApp;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AccountStoreTest {

  @TempDir private Path folder;

  @Test
  void savesAndLoadsASession() {
    SavedSession session = session();

    AccountStore.folder(folder).sessions().save(session);

    assertThat(AccountStore.folder(folder).sessions().load()).contains(session);
  }

  @Test
  void showsNoSecretOfASession() {
    assertThat(session().toString()).doesNotContain("secret");
  }

  @Test
  void aSessionFileCutAtAnyByteIsNoSession() throws IOException {
    SessionStore store = AccountStore.folder(folder).sessions();
    store.save(session());
    Path file = folder.resolve("session");
    byte[] whole = Files.readAllBytes(file);

    for (int cut = 0; cut < whole.length; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));
      assertThat(store.load()).as("cut at %d", cut).isEmpty();
    }
  }

  @Test
  void forgetsASession() {
    SessionStore store = AccountStore.folder(folder).sessions();
    store.save(session());

    store.clear();

    assertThat(store.load()).isEmpty();
  }

  @Test
  void onlyTheOwnerMayEnterTheFolder() throws IOException {
    Path made = folder.resolve("deep").resolve("account");

    AccountStore.folder(made);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
        .isEqualTo("rwx------");
  }

  @Test
  void onlyTheOwnerMayReadAnyFileInIt() throws IOException {
    AccountStore store = AccountStore.folder(folder);
    store.sessions().save(session());

    try (Mailbox _ = store.open();
        Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList())
          .extracting(Files::getPosixFilePermissions)
          .extracting(PosixFilePermissions::toString)
          .hasSizeGreaterThanOrEqualTo(4)
          .containsOnly("rw-------");
    }
  }

  @Test
  void aGuestChangesASessionThatNobodyOwns() {
    SessionStore sessions = AccountStore.folder(folder).sessions();
    sessions.save(session());
    KnownRooms rooms = KnownRooms.NONE.with(List.of(new UserName("@@new")));

    try (Mailbox _ = AccountStore.folder(folder).open()) {
      sessions.reviseUnowned(saved -> saved.knowing(rooms));
      assertThat(sessions.load()).contains(session());
    }
    sessions.reviseUnowned(saved -> saved.knowing(rooms));

    assertThat(sessions.load()).contains(session().knowing(rooms));
    AccountStore.folder(folder).open().close();
  }

  @Test
  void hasOneOwnerWithinAProcess() {
    try (Mailbox first = AccountStore.folder(folder).open()) {
      assertThat(first.inbox().pending()).isEmpty();
      assertThatIllegalStateException()
          .isThrownBy(() -> AccountStore.folder(folder).open())
          .withMessageContaining(folder.toString())
          .withMessageContaining("in use");
    }

    AccountStore.folder(folder).open().close();
  }

  @Test
  void hasOneOwnerAmongProcessesUntilThatOneIsKilled() throws Exception {
    AccountStore store = AccountStore.folder(folder);
    Process owner = startWriter();
    try (BufferedReader said = owner.inputReader(UTF_8)) {
      assertThat(said.readLine()).isEqualTo("open");

      assertThatIllegalStateException().isThrownBy(store::open).withMessageContaining("in use");
    } finally {
      owner.destroyForcibly().waitFor();
    }

    store.open().close();
  }

  @Test
  void losesNothingAcknowledgedWhenTheProcessIsKilled() throws Exception {
    Process writer = startWriter();
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader said = writer.inputReader(UTF_8)) {
      assertThat(said.readLine()).isEqualTo("open");
      for (int i = 0; i < 50; i++) {
        acknowledged.add(said.readLine());
      }
    } finally {
      writer.destroyForcibly().waitFor();
    }

    try (Mailbox mailbox = AccountStore.folder(folder).open()) {
      assertThat(mailbox.inbox().pending().stream().map(p -> p.arrival().id()))
          .containsSequence(acknowledged);
    }
  }

  private Process startWriter() throws IOException, URISyntaxException {
    String classPath =
        String.join(
            File.pathSeparator,
            codeOf(AccountStore.class),
            codeOf(SetCookie.class),
            codeOf(EndlessWriter.class));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java, "-cp", classPath, EndlessWriter.class.getName(), folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String codeOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  private static SavedSession session() {
    SetCookie cookie =
        new SetCookie(
            "wxsid", "secret1", "wx.qq.com", "/", Instant.ofEpochSecond(1546254741), true);
    SavedCookie dated = new SavedCookie("wx.qq.com", cookie);
    SavedCookie lasting = new SavedCookie("wx.qq.com", SetCookie.of("mm_lang", "secret2"));
    return new SavedSession(
        "42",
        new Place(WebApp.FILE_HELPER, true, new Origin("http", "127.0.0.1:7600"), "wx8.qq.com"),
        new Credentials(
            2450346660L, new Secret("secret3"), new Secret("secret4"), new Secret("secret5")),
        new UserName("@self"),
        "林",
        List.of(dated, lasting),
        KnownRooms.NONE
            .with(List.of(new UserName("@@room1")))
            .ownedBy(Map.of(new UserName("@@room2"), new UserName("@mei"))),
        State.OPEN);
  }
}
