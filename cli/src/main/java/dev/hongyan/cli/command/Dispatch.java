// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.PlainText;
import dev.hongyan.client.Chat;
import java.util.List;

/**
 * Sends texts and files to one chat, one after the other. It stops at the first that does not
 * arrive: what follows would make no sense.
 *
 * @param name of the chat, fit for a terminal
 */
record Dispatch(Hongyan hongyan, Chat chat, String name) {

  static Dispatch to(Hongyan hongyan, Chat chat) {
    return new Dispatch(hongyan, chat, PlainText.line(chat.name()));
  }

  /** Sends the texts, then the files. */
  Exit send(List<String> texts, List<Parcel> parcels) throws InterruptedException {
    Exit exit = texts(texts);
    int next = 0;
    while (exit == Exit.DONE && next < parcels.size()) {
      exit = parcel(parcels.get(next));
      next++;
    }
    if (next < parcels.size()) {
      List<String> left = parcels.stream().skip(next).map(Parcel::name).toList();
      hongyan.console().complain(hongyan.texts().get("send.left", String.join(", ", left)));
    }
    return exit;
  }

  private Exit texts(List<String> texts) throws InterruptedException {
    SendReport report = SendReport.ofText(hongyan, name);
    Exit exit = Exit.DONE;
    for (int i = 0; i < texts.size() && exit == Exit.DONE; i++) {
      if (texts.size() > 1) {
        hongyan.console().progress(hongyan.texts().get("push.part", i + 1, texts.size()));
      }
      exit = report.tell(chat.send(texts.get(i)));
    }
    return exit;
  }

  private Exit parcel(Parcel parcel) throws InterruptedException {
    TransferLine line = new TransferLine(hongyan, "send.uploading", parcel.name());
    line.moved(0, parcel.size());
    return SendReport.of(hongyan, name, parcel).tell(chat.send(parcel.file(), parcel.kind(), line));
  }
}
