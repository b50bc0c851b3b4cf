// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.build;

import dev.hongyan.cli.Main;
import dev.hongyan.cli.output.JsonLine;
import dev.hongyan.cli.output.Streams;
import dev.hongyan.time.Task;
import dev.hongyan.time.Time;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * Runs the commands once, from the login to the logout, so that the JVM learns what to have ready
 * at the next start. It wants a folder for itself.
 */
final class Rehearsal {

  private static final int PIPE_BYTES = 1 << 16;

  private static final String SYNC_CHECK = "window.synccheck={retcode:\"0\",selector:\"2\"}";

  private final PrintStream talk;
  private final Map<String, String> environment;
  private final Time time = Time.system();

  /**
   * A rehearsal.
   *
   * @param talk where the commands talk to
   */
  Rehearsal(Path data, PrintStream talk) {
    this.talk = talk;
    environment = Map.of("XDG_DATA_HOME", data.toString());
  }

  /** Runs them in this folder. */
  public static void main(String[] args) throws IOException, InterruptedException {
    new Rehearsal(Path.of(args[0]), Streams.ofProcess().err()).play();
  }

  void play() throws IOException, InterruptedException {
    run("--help");
    run("decode", "synccheck");
    run("demo");
    try (Scene server = begin("server", "--port", "0")) {
      String url = server.await("ready ").substring("ready ".length());
      logIn(url);
      run("status");
      run("contacts");
      run("rooms");
      run("send", "mei", "rehearsal");
      hear(url);
      run("logout");
    }
  }

  private void logIn(String url) throws IOException, InterruptedException {
    try (Scene login = begin("login", "--server", url)) {
      String uuid = login.await(url + "/l/").substring((url + "/l/").length());
      phone(
          url + "/phone/scan",
          json -> json.writeStringProperty("uuid", uuid).writeStringProperty("account", "lin"));
      phone(url + "/phone/confirm", json -> json.writeStringProperty("uuid", uuid));
      login.awaitEnd();
    }
  }

  private void hear(String url) throws IOException, InterruptedException {
    try (Scene listen = begin("listen")) {
      phone(
          url + "/phone/messages",
          json ->
              json.writeStringProperty("from", "mei")
                  .writeStringProperty("to", "lin")
                  .writeStringProperty("text", "rehearsal"));
      listen.await("rehearsal");
    }
  }

  private static void phone(String address, Consumer<JsonGenerator> body)
      throws IOException, InterruptedException {
    try (HttpClient phone = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(JsonLine.of(body)))
              .build();
      int status = phone.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      require(status / 100 == 2, address + " answers " + status);
    }
  }

  /** Runs a command to its end. */
  private void run(String... arguments) {
    int exit = run(arguments, OutputStream.nullOutputStream());
    require(exit == 0, arguments[0] + " ends with " + exit);
  }

  private int run(String[] arguments, OutputStream out) {
    InputStream in = new ByteArrayInputStream(SYNC_CHECK.getBytes(StandardCharsets.UTF_8));
    try (PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8)) {
      return Main.run(arguments, new Streams(in, printer, talk, true, true), environment);
    }
  }

  /** Begins a command that waits for others. */
  private Scene begin(String... arguments) throws IOException {
    PipedInputStream out = new PipedInputStream(PIPE_BYTES);
    PipedOutputStream pipe = new PipedOutputStream(out);
    Task task = time.start(arguments[0], () -> run(arguments, pipe));
    return new Scene(task, new BufferedReader(new InputStreamReader(out, StandardCharsets.UTF_8)));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  /**
   * A command that runs beside us.
   *
   * @param out what it prints
   */
  private record Scene(Task task, BufferedReader out) implements AutoCloseable {

    /** Its next line that has this in it, from there on. */
    String await(String part) throws IOException {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.contains(part)) {
          return line.substring(line.indexOf(part));
        }
      }
      throw new IllegalStateException("nothing says " + part);
    }

    void awaitEnd() throws IOException {
      while (out.readLine() != null) {
        // whatever it has to say yet
      }
    }

    @Override
    public void close() {
      task.close();
      try {
        out.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
