// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.cases;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.CallContext;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import java.nio.file.Path;

/**
 * One exchange of a call as values; its bytes stand in the folder of the same name among the test
 * resources.
 *
 * @param seen the question as the server sees it; mostly the question itself
 */
public record Case<Q, R>(String name, Call<Q, R> call, Q question, Q seen, R answer, WebApp app) {

  private static final Path FOLDER =
      Path.of("src", "test", "resources", "dev", "hongyan", "protocol", "cases");

  Case(String name, Call<Q, R> call, Q question, R answer) {
    this(name, call, question, question, answer);
  }

  Case(String name, Call<Q, R> call, Q question, Q seen, R answer) {
    this(name, call, question, seen, answer, WebApp.WEB);
  }

  /** The same exchange as the file helper makes it. */
  Case<Q, R> byFileHelper(String newName) {
    return new Case<>(newName, call, question, seen, answer, WebApp.FILE_HELPER);
  }

  /** What the client sends. */
  public WebRequest request() {
    CallContext context = new CallContext(1_700_000_000_000L, "zh_CN", "", app);
    return call.request(question, new Origin("https", host()), context);
  }

  private String host() {
    boolean entry =
        app == WebApp.FILE_HELPER && (call.role() == HostRole.MAIN || call.role() == HostRole.PUSH);
    return entry ? "szfilehelper.weixin.qq.com" : call.role().prefix() + "wx2.qq.com";
  }

  /** What the server answers. */
  public WebReply reply() {
    return call.answer(answer);
  }

  /** The recorded request. */
  public HttpFile requestFile() {
    return new HttpFile(FOLDER.resolve(name).resolve("request.http"));
  }

  /** The recorded reply. */
  public HttpFile replyFile() {
    return new HttpFile(FOLDER.resolve(name).resolve("reply.http"));
  }

  @Override
  public String toString() {
    return name;
  }
}
