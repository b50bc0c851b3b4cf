// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.PlainText;
import dev.hongyan.client.Chat;
import dev.hongyan.client.WeChat;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    LocalAccount account = accounts.account(hongyan);
    try (StopSignal _ = StopSignal.interruptsMe(hongyan.time())) {
      return account
          .share(wechat -> Dispatch.to(hongyan, chat(account, wechat)).send(texts, parcels))
          .code();
    }
  }

  private Chat chat(LocalAccount account, WeChat wechat) throws InterruptedException {
    return to.equals(UserName.FILE_HELPER.value()) ? wechat.phone() : find(account, wechat);
  }

  private Chat find(LocalAccount account, WeChat wechat) throws InterruptedException {
    account.loadContacts(wechat);
    List<Chat> exact = wechat.find(to);
    List<Chat> found = exact.isEmpty() ? spelled(wechat) : exact;
    if (found.isEmpty()) {
      throw new FailedException(Exit.USAGE, hongyan.texts().get("send.nobody", to));
    }
    if (found.size() > 1) {
      String candidates = found.stream().map(SendCommand::described).collect(Collectors.joining());
      throw new FailedException(
          Exit.USAGE, hongyan.texts().get("send.ambiguous", to, found.size(), candidates));
    }
    return found.getFirst();
  }

  /** For keyboards without Chinese: by the spelling that the service gives, in any case. */
  private List<Chat> spelled(WeChat wechat) {
    return Stream.concat(wechat.contacts().stream(), wechat.rooms().stream())
        .filter(contact -> isSpelled(contact.names()))
        .map(contact -> wechat.chat(contact.userName()))
        .toList();
  }

  private boolean isSpelled(Names names) {
    return to.equalsIgnoreCase(names.pinyin().full())
        || to.equalsIgnoreCase(names.remarkPinyin().full())
        || to.equalsIgnoreCase(names.nickName())
        || to.equalsIgnoreCase(names.remarkName());
  }

  private static String described(Chat chat) {
    String own = chat.contact().map(contact -> contact.names().nickName()).orElse("");
    String name = own.equals(chat.name()) ? own : chat.name() + " (" + own + ")";
    return "\n  " + chat.userName().value() + "  " + PlainText.line(name);
  }
}
