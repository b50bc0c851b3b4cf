// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.client.Chat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sends a text, files, or both. */
@Command(name = "send")
final class SendCommand implements Callable<Integer> {

  private final Hongyan hongyan;

  @Mixin private AccountOptions accounts = new AccountOptions();

  @Parameters(index = "0", paramLabel = "TO", descriptionKey = "send.to")
  private String to = "";

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "TEXT", descriptionKey = "send.text")
  private List<String> words = new ArrayList<>();

  @Mixin private Attached attached = new Attached();

  @Mixin private PaceOptions pace = new PaceOptions();

  SendCommand(Hongyan hongyan) {
    this.hongyan = hongyan;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<Parcel> parcels = attached.parcels(hongyan); // before anything is sent
    String text = String.join(" ", words);
    if (text.isBlank() && parcels.isEmpty()) {
      throw new FailedException(Exit.USAGE, hongyan.texts().get("send.empty"));
    }
    List<String> texts = text.isBlank() ? List.of() : List.of(text);
    LocalAccount.Setup setup = pace.setup(hongyan);
    LocalAccount account = accounts.account(hongyan);
    try (StopSignal _ = StopSignal.interruptsMe(hongyan.time())) {
      return account
          .share(
              setup,
              wechat -> {
                Chat chat = new NameSearch(hongyan, account, wechat).chat(to);
                return Dispatch.to(hongyan, chat).send(texts, parcels);
              })
          .code();
    }
  }
}
