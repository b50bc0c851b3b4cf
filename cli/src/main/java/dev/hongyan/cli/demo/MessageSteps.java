// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.demo;

import static dev.hongyan.cli.demo.StepFailedException.require;
import static dev.hongyan.cli.demo.StepFailedException.requireSame;

import dev.hongyan.cli.demo.Step.Seen;
import dev.hongyan.cli.output.Texts;
import dev.hongyan.client.Chat;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.client.message.TextMessage;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.Violations;
import java.util.List;
import java.util.Optional;

/** A message each way, and the end. */
final class MessageSteps {

  private static final String QUESTION = "鸿雁到了吗?";
  private static final String ANSWER = "到了。山高水长 🌻";

  private final Stage stage;
  private final Texts texts;

  MessageSteps(Stage stage, Texts texts) {
    this.stage = stage;
    this.texts = texts;
  }

  List<Step> all() {
    return List.of(
        new Step("message-in", this::in),
        new Step("message-out", this::out),
        new Step("logout", this::leave));
  }

  private Seen in() throws InterruptedException {
    Person mei = stage.mei();
    var written = mei.says(QUESTION).to(stage.lin());
    TextMessage text = stage.nextHeard();
    requireSame("the text", text.content(), QUESTION);
    requireSame("the id", text.message().id().toString(), Long.toUnsignedString(written.value()));
    requireSame("the sender", text.sender().name(), mei.account().profile().nickName());
    return Seen.of(texts.get("demo.message-in", text.sender().name(), text.content()));
  }

  private Seen out() throws InterruptedException {
    Person mei = stage.mei();
    List<Chat> chats = stage.wechat().find(mei.account().profile().nickName());
    require(chats.size() == 1, "the client knows " + chats.size() + " of that name");
    SendOutcome outcome = chats.getFirst().send(ANSWER);
    if (!(outcome instanceof SendOutcome.Sent(var id))) {
      throw new StepFailedException("sending ended as " + outcome.getClass().getSimpleName());
    }
    Message received = mei.receives(ANSWER, Tap.PATIENCE);
    requireSame("the id", id.toString(), Long.toUnsignedString(received.id().value()));
    requireSame("the sender", stage.lin().account().id(), received.from());
    requireSame("the call", Optional.of(SendText.CALL.name()), received.call());
    return Seen.of(texts.get("demo.message-out", mei.account().profile().nickName(), ANSWER));
  }

  private Seen leave() throws InterruptedException {
    stage.wechat().logout();
    require(
        stage.world().sessions().live(stage.lin().account().id()).isEmpty(),
        "the server still has the session");
    Violations.Report report = stage.world().violations().report();
    require(
        report.list().isEmpty(),
        "the server has complaints, the first: " + report.list().stream().findFirst());
    return Seen.of(texts.get("demo.logout"));
  }
}
