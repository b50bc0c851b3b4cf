// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.media;

import dev.hongyan.client.Chat;
import dev.hongyan.client.Download;
import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.protocol.message.FileShare;
import dev.hongyan.time.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Our clients: lin's, and those of friends who send her files. */
final class MediaPeople implements AutoCloseable {

  /** What the service lets through is not what is measured. */
  private static final Pace NO_LIMIT = new Pace(1_000, Duration.ofSeconds(1), 1_000);

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LIN = "lin";

  private final URI server;
  private final HttpClient phone = HttpClient.newHttpClient();
  private final List<WeChat> clients = new ArrayList<>();
  private final List<Chat> chatsWithLin = new ArrayList<>();
  private final BlockingQueue<Download> received = new LinkedBlockingQueue<>();

  MediaPeople(URI server) {
    this.server = server;
  }

  /** Logs lin in, and so many friends. */
  void logIn(int friends) throws InterruptedException {
    WeChat lin = logIn(LIN);
    lin.onMessage((chat, message) -> {
      if (message.kind() instanceof FileShare) {
        received.add(chat.download(message));
      }
    });
    lin.start();
    String name = lin.self().names().nickName();
    for (int i = 1; i <= friends; i++) {
      chatsWithLin.add(logIn("friend-" + i).find(name).getFirst());
    }
  }

  private WeChat logIn(String account) throws InterruptedException {
    WeChat client = WeChat.builder().server(server).mediaPace(NO_LIMIT).build();
    clients.add(client);
    LoginOutcome outcome =
        client.login(step -> {
          if (step instanceof LoginEvent.CodeIssued(var uuid, _)) {
            post("scan", "{\"uuid\":\"%s\",\"account\":\"%s\"}".formatted(uuid.value(), account));
            post("confirm", "{\"uuid\":\"%s\"}".formatted(uuid.value()));
          }
        });
    if (!(outcome instanceof LoginOutcome.LoggedIn)) {
      throw new IllegalStateException("the login ended with " + outcome);
    }
    return client;
  }

  /** What people do with their phones. */
  private void post(String act, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/phone/" + act))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<Void> response = phone.send(request, BodyHandlers.discarding());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException("the phone's answer is " + response.statusCode());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A friend sends lin a file; with many at once, each friend some of them. */
  void send(int number, Path file) throws InterruptedException {
    SendOutcome outcome = chatsWithLin.get(number % chatsWithLin.size()).sendFile(file);
    if (!(outcome instanceof SendOutcome.Sent)) {
      throw new IllegalStateException("a file is " + outcome);
    }
  }

  /** The next file that lin has got. */
  Download received() throws InterruptedException {
    Download next = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (next == null) {
      throw new IllegalStateException("a file has not come");
    }
    return next;
  }

  @Override
  public void close() {
    clients.forEach(WeChat::close);
    phone.close();
  }
}
