// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.ByteCount;
import dev.hongyan.client.message.FileKind;
import dev.hongyan.protocol.message.TextParts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends to one's own phone: a text, files, or what comes in on a pipe. */
@Command(name = "push")
final class PushCommand implements Callable<Integer> {

  private static final String STDIN = "-";

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Hongyan hongyan;

  @Mixin private AccountOptions accounts = new AccountOptions();

  @Parameters(arity = "0..*", paramLabel = "TEXT", descriptionKey = "push.text")
  private List<String> words = new ArrayList<>();

  @Mixin private Attached attached = new Attached();

  @Option(names = "--as", paramLabel = "FORM", descriptionKey = "push.as")
  private String form = "auto";

  @Option(names = "--name", paramLabel = "NAME", descriptionKey = "push.name")
  private Optional<Path> name = Optional.empty();

  @Mixin private PaceOptions pace = new PaceOptions();

  PushCommand(Hongyan hongyan) {
    this.hongyan = hongyan;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PipeForm pipeForm = PipeForm.of(hongyan, form);
    var _ = pace.setup(hongyan); // told at once if it cannot be
    List<Parcel> parcels = attached.parcels(hongyan); // before anything is sent
    LocalAccount account = accounts.account(hongyan);
    var ignored = account.openSession(); // before a long wait for what may not be sent
    return (words.equals(List.of(STDIN))
            ? pipe(account, pipeForm, parcels)
            : words(account, parcels))
        .code();
  }

  private Exit words(LocalAccount account, List<Parcel> parcels) throws InterruptedException {
    String text = String.join(" ", words);
    if (text.isBlank() && parcels.isEmpty()) {
      throw new FailedException(Exit.USAGE, hongyan.texts().get("send.empty"));
    }
    return send(account, text.isBlank() ? List.of() : TextParts.split(text), parcels);
  }

  /** What came in is deleted once it has arrived, and not before. */
  private Exit pipe(LocalAccount account, PipeForm pipeForm, List<Parcel> parcels)
      throws IOException, InterruptedException {
    Spool spool =
        Spool.fill(
            account.folder(),
            fileName(),
            hongyan.streams().in(),
            FileKind.FILE.largest(),
            (lines, bytes) ->
                hongyan.console().progress(hongyan.texts().get("push.reading", lines, bytes)));
    if (spool.isCut()) {
      spool.delete(); // nobody has all of it
      String most = ByteCount.text(FileKind.FILE.largest());
      throw new FailedException(Exit.USAGE, hongyan.texts().get("push.too-much", most));
    }
    boolean arrived = false;
    try {
      Exit exit = send(account, spool, pipeForm, parcels);
      arrived = exit == Exit.DONE;
      return exit;
    } finally {
      if (arrived) {
        spool.delete();
      } else {
        spool.keep();
        hongyan.console().complain(hongyan.texts().get("push.kept", spool.file()));
      }
    }
  }

  private String fileName() {
    String stamp = STAMP.format(hongyan.time().instant().atZone(ZoneId.systemDefault()));
    String usual = "pipe-" + stamp + ".txt";
    return name.map(wish -> String.valueOf(wish.getFileName()))
        .filter(n -> !n.isEmpty())
        .orElse(usual);
  }

  private Exit send(LocalAccount account, Spool spool, PipeForm pipeForm, List<Parcel> parcels)
      throws IOException, InterruptedException {
    boolean isReadable = spool.isReadable();
    String text = isReadable ? spool.text() : "";
    if (isReadable && text.isBlank()) {
      hongyan.console().talk(hongyan.texts().get("push.nothing"));
      return parcels.isEmpty() ? Exit.DONE : send(account, List.of(), parcels);
    }
    if (isReadable && !pipeForm.isFile(text.length())) {
      return send(account, TextParts.split(text), parcels);
    }
    if (isReadable) {
      spool.replaceBy(text);
    }
    Parcel piped = Attached.file(hongyan, spool.file());
    return send(account, List.of(), Stream.concat(Stream.of(piped), parcels.stream()).toList());
  }

  private Exit send(LocalAccount account, List<String> texts, List<Parcel> parcels)
      throws InterruptedException {
    String phone = hongyan.texts().get("push.phone");
    try (StopSignal _ = StopSignal.interruptsMe(hongyan.time())) {
      return account.share(
          pace.setup(hongyan),
          wechat -> new Dispatch(hongyan, wechat.phone(), phone).send(texts, parcels));
    }
  }
}
