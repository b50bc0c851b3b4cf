// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.decode.Capture;
import dev.hongyan.cli.decode.Oddities;
import dev.hongyan.cli.decode.ReplyJson;
import dev.hongyan.cli.output.JsonLine;
import dev.hongyan.cli.output.Texts;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a captured reply says. */
@Command(name = "decode")
final class DecodeCommand implements Callable<Integer> {

  private final Hongyan hongyan;

  @Parameters(index = "0", paramLabel = "CALL", descriptionKey = "decode.call")
  private String call = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", descriptionKey = "decode.file")
  private Optional<String> file = Optional.empty();

  @Option(names = "--secrets")
  private boolean secrets;

  DecodeCommand(Hongyan hongyan) {
    this.hongyan = hongyan;
  }

  @Override
  public Integer call() throws IOException {
    Call<?, ?> known = known();
    Oddities oddities = new Oddities();
    WebReply captured = Capture.read(input(), oddities);
    try {
      Object reply = known.reply(captured, oddities);
      ReplyJson json = new ReplyJson(secrets);
      hongyan.console().data(json.write(known.name(), reply, oddities, !hongyan.isJson()));
      return Exit.DONE.code();
    } catch (MalformedReplyException e) {
      if (hongyan.isJson()) {
        hongyan.console().data(failure(e));
      }
      hint(captured).ifPresent(hongyan.console()::talk);
      throw e;
    }
  }

  /** People copy it from an address, too. */
  private Call<?, ?> known() {
    String path = call.replaceFirst("[?#].*", "");
    String name = path.substring(path.lastIndexOf('/') + 1);
    return Catalog.calls().stream()
        .filter(known -> known.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(this::unknownCall);
  }

  /** What may have been captured instead of a reply. */
  private Optional<String> hint(WebReply captured) {
    Texts texts = hongyan.texts();
    if (captured.body().length() == 0) {
      return Optional.of(texts.get("decode.empty"));
    }
    String begin = captured.body().text().stripLeading();
    boolean isPage =
        begin.regionMatches(true, 0, "<html", 0, 5)
            || begin.regionMatches(true, 0, "<!doctype html", 0, 14);
    if (isPage || captured.status() >= 400) {
      return Optional.of(texts.get("decode.no-reply", captured.status()));
    }
    return Optional.empty();
  }

  private static String failure(MalformedReplyException e) {
    return JsonLine.of(json -> {
      json.writeStringProperty("call", e.call());
      json.writeBooleanProperty("ok", false);
      json.writeStringProperty("field", e.field());
      json.writeStringProperty("problem", String.valueOf(e.getMessage()));
    });
  }

  private byte[] input() throws IOException {
    if (file.isEmpty() || file.get().equals("-")) {
      return bytes(hongyan.streams().in());
    }
    Path path = Path.of(file.get());
    if (Files.isDirectory(path)) {
      throw new FailedException(Exit.UNEXPECTED, hongyan.texts().get("is-directory", path));
    }
    try (InputStream in = Files.newInputStream(path)) {
      return bytes(in);
    }
  }

  private byte[] bytes(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(Capture.MAX_BYTES + 1);
    if (bytes.length > Capture.MAX_BYTES) {
      throw new FailedException(
          Exit.USAGE, hongyan.texts().get("decode.too-large", Capture.MAX_BYTES >> 20));
    }
    return bytes;
  }

  private FailedException unknownCall() {
    String names = Catalog.calls().stream().map(Call::name).collect(Collectors.joining(" "));
    return new FailedException(Exit.USAGE, hongyan.texts().get("decode.unknown-call", call, names));
  }
}
