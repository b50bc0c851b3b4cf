// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.codec;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.SyncKey;
import java.util.List;

/** What many calls carry, read and written by hand. */
final class SessionByHand {

  private SessionByHand() {}

  static BaseRequest readBase(Pull in) {
    long uin = 0;
    String sid = "";
    String skey = "";
    String deviceId = "";
    while (in.next()) {
      switch (in.name()) {
        case "Uin" -> uin = in.number();
        case "Sid" -> sid = in.text();
        case "Skey" -> skey = in.text();
        case "DeviceID" -> deviceId = in.text();
        default -> in.skip();
      }
    }
    return new BaseRequest(uin, new Secret(sid), new Secret(skey), deviceId);
  }

  static void writeBase(Put out, BaseRequest base) {
    out.number("Uin", base.uin());
    out.text("Sid", base.sid().value());
    out.text("Skey", base.skey().value());
    out.text("DeviceID", base.deviceId());
  }

  static Status readStatus(Pull in) {
    boolean hasRet = false;
    int ret = 0;
    String text = "";
    while (in.next()) {
      switch (in.name()) {
        case "Ret" -> {
          ret = in.int32();
          hasRet = true;
        }
        case "ErrMsg" -> text = in.text();
        default -> in.skip();
      }
    }
    if (!hasRet) {
      throw in.malformed("BaseResponse.Ret", "is missing");
    }
    return new Status(new Retcode(ret), text);
  }

  static void writeStatus(Put out, Status status) {
    out.number("Ret", status.ret().code());
    out.text("ErrMsg", status.text());
  }

  static SyncKey readKey(Pull in) {
    List<SyncKey.Pair> pairs = List.of();
    while (in.next()) {
      if (in.name().equals("List")) {
        pairs = in.list(SessionByHand::readPair);
      } else {
        in.skip();
      }
    }
    return new SyncKey(pairs);
  }

  private static SyncKey.Pair readPair(Pull in) {
    int key = 0;
    long val = 0;
    while (in.next()) {
      switch (in.name()) {
        case "Key" -> key = in.int32();
        case "Val" -> val = in.number();
        default -> in.skip();
      }
    }
    return new SyncKey.Pair(key, val);
  }

  static void writeKey(Put out, SyncKey key) {
    out.number("Count", key.pairs().size());
    out.list(
        "List",
        key.pairs(),
        (o, p) -> {
          o.number("Key", p.key());
          o.number("Val", p.val());
        });
  }
}
