// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.peers;

import dev.hongyan.client.WeChat;
import dev.hongyan.client.WeChatBuilder;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.http.Hosts;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.time.Time;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Runs our client as the drivers in {@code system-tests/src/foreign} run those of others: says what
 * it sees as one JSON object a line, and obeys {@code {"do":"echo"}} and {@code {"do":"logout"}}.
 */
final class HongyanDriver {

  private final JsonFactory json = new JsonFactory();
  private final PrintStream events = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Time time = Time.system();
  private final WeChat wechat;
  private volatile boolean echoes;

  private HongyanDriver(WeChat wechat) {
    this.wechat = wechat;
  }

  /** Arguments: a family's name or a base URL, then perhaps a folder for the account. */
  public static void main(String[] arguments) throws Exception {
    String where = arguments[0];
    WeChatBuilder builder = WeChat.builder();
    builder.hosts(where.contains("://") ? Hosts.server(URI.create(where)) : Hosts.family(where));
    if (arguments.length > 1) {
      builder.folder(Path.of(arguments[1]));
    }
    try (WeChat wechat = builder.build()) {
      new HongyanDriver(wechat).run();
    }
  }

  private void run() throws Exception {
    wechat.onText((chat, text) -> {
      long at = now();
      say("message", at, out -> out.writeStringProperty("text", text.content()));
      if (echoes) {
        chat.send(text.content());
      }
    });
    wechat.login(this::show);
    long at = now();
    wechat.start();
    say("contacts", at, out -> names(out, "names", nickNames()));
    say("members", at, this::rooms);
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      if (line.contains("echo")) {
        echoes = true;
      } else {
        wechat.logout();
        say("logout", now(), out -> {});
      }
    }
  }

  private void show(LoginEvent event) {
    switch (event) {
      case LoginEvent.CodeIssued issued ->
          say("uuid", now(), out -> out.writeStringProperty("uuid", issued.uuid().value()));
      case LoginEvent.CodeScanned _ -> say("scanned", now(), out -> {});
      default -> {}
    }
  }

  private List<String> nickNames() {
    return wechat.contacts().stream().map(contact -> contact.names().nickName()).toList();
  }

  private void rooms(JsonGenerator out) {
    out.writeObjectPropertyStart("rooms");
    for (Contact room : wechat.rooms()) {
      names(
          out,
          room.names().nickName(),
          room.room().members().stream().map(Member::shownName).toList());
    }
    out.writeEndObject();
  }

  private static void names(JsonGenerator out, String title, List<String> names) {
    out.writeArrayPropertyStart(title);
    names.forEach(out::writeString);
    out.writeEndArray();
  }

  private interface Part {
    void write(JsonGenerator out);
  }

  private void say(String event, long at, Part rest) {
    StringWriter line = new StringWriter();
    try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), line)) {
      out.writeStartObject();
      out.writeStringProperty("event", event);
      out.writeNumberProperty("at", at);
      rest.write(out);
      out.writeEndObject();
    }
    events.println(line);
  }

  private long now() {
    return time.nanoTime() / 1_000;
  }
}
