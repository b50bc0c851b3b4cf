// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Violations;

/** What clients did wrong. */
record ReadViolations(Violations violations) implements PhoneCall {

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "violations";
  }

  @Override
  public WebReply answer(Ask ask) {
    Violations.Report report = violations.report();
    return Replies.ok(json -> {
      json.writeNumberProperty("errors", report.errors());
      json.writeNumberProperty("warnings", report.warnings());
      Replies.array(
          json,
          "list",
          report.list(),
          (out, violation) -> {
            out.writeStringProperty("level", violation.breach().isError() ? "error" : "warning");
            out.writeStringProperty("call", violation.call());
            out.writeStringProperty("code", violation.breach().code());
            out.writeStringProperty("detail", violation.detail());
            Replies.maybe(out, "account", violation.account());
            out.writeStringProperty("time", violation.time().toString());
          });
    });
  }
}
