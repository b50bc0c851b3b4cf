// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.codec;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.CallContext;
import dev.hongyan.protocol.Findings;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.login.NewCode;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.Sync;
import java.util.List;
import java.util.function.Supplier;

/**
 * The same work done by the shapes of {@code protocol} and by hand.
 *
 * @param shapes the way of the product
 * @param byHand the floor
 */
public record CodecContest(String name, Supplier<Object> shapes, Supplier<Object> byHand) {

  private static final Origin ORIGIN = new Origin("https", "login.wx.qq.com");
  private static final CallContext CONTEXT = new CallContext(1_700_000_000_000L, "zh_CN", "");

  /**
   * All contests.
   *
   * @throws IllegalStateException if the two ways do not agree
   */
  public static List<CodecContest> all(int contacts, int messages) {
    var contests = new java.util.ArrayList<CodecContest>();
    contests.add(newCodeOfClient());
    contests.add(newCodeOfServer());
    addInit(contests, contacts);
    addSync(contests, messages);
    contests.forEach(CodecContest::checkAgreement);
    return List.copyOf(contests);
  }

  private static CodecContest newCodeOfClient() {
    var question = new NewCode.Request(NewCode.WEB_APP, "https://wx.qq.com/x?mod=desktop");
    WebReply reply = NewCode.CALL.answer(NewCode.Reply.of(new LoginUuid("Qa7ZpLm3Xw==")));
    return new CodecContest(
        "jslogin, client: request and reply",
        () -> List.of(NewCode.CALL.request(question, ORIGIN, CONTEXT), NewCode.CALL.reply(reply)),
        () ->
            List.of(NewCodeByHand.request(question, ORIGIN, CONTEXT), NewCodeByHand.reply(reply)));
  }

  private static CodecContest newCodeOfServer() {
    var question = new NewCode.Request(NewCode.WEB_APP, "https://wx.qq.com/x?mod=desktop");
    var request = NewCode.CALL.request(question, ORIGIN, CONTEXT);
    var answer = NewCode.Reply.of(new LoginUuid("Qa7ZpLm3Xw=="));
    return new CodecContest(
        "jslogin, server: request and reply",
        () -> List.of(NewCode.CALL.read(request), NewCode.CALL.answer(answer)),
        () -> List.of(NewCodeByHand.read(request), NewCodeByHand.answer(answer)));
  }

  private static void addInit(List<CodecContest> contests, int contacts) {
    var value = CodecSamples.init(contacts);
    Body body = Init.CALL.answer(value).body();
    String what = "webwxinit of " + contacts + " contacts, " + body.length() / 1024 + " KiB: ";
    contests.add(
        new CodecContest(
            what + "read", () -> Init.CALL.reply(reply(body)), () -> InitByHand.readReply(body)));
    contests.add(
        new CodecContest(
            what + "write",
            () -> Init.CALL.answer(value).body(),
            () -> InitByHand.writeReply(value)));
  }

  private static void addSync(List<CodecContest> contests, int messages) {
    var value = CodecSamples.sync(messages);
    Body body = Sync.CALL.answer(value).body();
    String what = "webwxsync of " + messages + " messages, " + body.length() / 1024 + " KiB: ";
    contests.add(
        new CodecContest(
            what + "read", () -> Sync.CALL.reply(reply(body)), () -> SyncByHand.readReply(body)));
    contests.add(
        new CodecContest(
            what + "read, findings told",
            () -> Sync.CALL.reply(reply(body), new Silent()),
            () -> SyncByHand.readReply(body)));
    contests.add(
        new CodecContest(
            what + "write",
            () -> Sync.CALL.answer(value).body(),
            () -> SyncByHand.writeReply(value)));
  }

  private static WebReply reply(Body body) {
    return new WebReply(200, Headers.NONE, body);
  }

  private void checkAgreement() {
    if (!shapes.get().equals(byHand.get())) {
      throw new IllegalStateException(name + ": the two ways disagree");
    }
  }

  /** Wants to be told and does nothing about it; by hand there is nobody who could tell. */
  private static final class Silent implements Findings {

    @Override
    public void unknown(String field) {}

    @Override
    public void repaired(String field, String what) {}
  }
}
