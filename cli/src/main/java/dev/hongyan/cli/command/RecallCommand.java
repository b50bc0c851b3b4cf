// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.protocol.MessageId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes back a message that was sent. */
@Command(name = "recall")
final class RecallCommand implements Callable<Integer> {

  private final Hongyan hongyan;

  @Mixin private AccountOptions accounts = new AccountOptions();

  @Parameters(index = "0", paramLabel = "TO", descriptionKey = "send.to")
  private String to = "";

  @Parameters(index = "1", paramLabel = "ID", descriptionKey = "recall.id")
  private long id;

  RecallCommand(Hongyan hongyan) {
    this.hongyan = hongyan;
  }

  @Override
  public Integer call() throws InterruptedException {
    SendOutcome.Sent message = new SendOutcome.Sent(new MessageId(id));
    return accounts
        .account(hongyan)
        .wish((search, report) -> report.tell(search.chat(to).recall(message)));
  }
}
