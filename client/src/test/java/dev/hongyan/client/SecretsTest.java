// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.FakeService.Fault;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.WebWxException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session in which everything goes wrong once, with every log line and failure looked at. */
@Timeout(60)
class SecretsTest extends ClientScenario {

  private static final List<String> SECRETS = List.of("secret", "private words");

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final StringWriter failures = new StringWriter();
  private PrintStream before;

  @BeforeEach
  void listenToTheLog() {
    before = System.err;
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setErr(before);
  }

  @Test
  void noSecretIsLoggedOrThrown() throws InterruptedException {
    for (Fault fault : Fault.values()) {
      for (String call : List.of("login", "webwxnewloginpage", "webwxinit", "webwxgetcontact")) {
        service.fail(call, fault, 1);
      }
      service.fail("webwxsync", fault, 1);
      service.fail("synccheck", fault, 1);
      service.fail("webwxsendmsg", fault, 1);
    }
    WeChat client = client();
    for (int i = 0; i < 4; i++) {
      scanAndTry(client);
    }
    List<SendOutcome> outcomes = new ArrayList<>();
    client.onText((chat, text) -> outcomes.add(chat.send("private words " + text.content())));
    client.onText((_, text) -> {
      throw new IllegalStateException("failed on " + text + text.message());
    });
    client.start();
    service.deliver(text(1, MEI, "private words"));
    await(() -> !outcomes.isEmpty());
    service.endSession(Retcode.SESSION_ENDED);
    print(client.listen());
    print(store.sessions().load().orElseThrow());

    String said = log.toString(StandardCharsets.UTF_8) + failures;
    assertThat(said).contains("sync is delayed", "a handler failed", "the session is over");
    assertThat(said).doesNotContain(SECRETS);
  }

  /** With so much trouble a login fails now and then; what it fails with is looked at too. */
  private void scanAndTry(WeChat client) throws InterruptedException {
    try {
      print(scanAndConfirm(client));
    } catch (WebWxException e) {
      e.printStackTrace(new PrintWriter(failures, true));
    }
  }

  private void print(Object said) {
    failures.append(said.toString()).append('\n');
  }
}
