// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import java.util.Set;

/** The sentences that stand for what the service does not show on the web (5.14). */
final class Unsupported {

  /** Written by a server in the language of the account. */
  static final String ENGLISH =
      "This type of message is not supported on Web WeChat. View it on your phone.";

  /** Without their stops, which come and go. */
  private static final Set<String> SENTENCES =
      Set.of(
          withoutStop(ENGLISH),
          "该类型暂不支持，请在手机上查看",
          "該類型暫不支持，請在手機上查看",
          "暫時不支援該類型，請在手機上查看",
          "当前微信版本不支持展示该内容，请升级至最新版本");

  private Unsupported() {}

  static boolean is(String text) {
    return SENTENCES.contains(withoutStop(text.strip()));
  }

  private static String withoutStop(String text) {
    boolean isStopped = text.endsWith("。") || text.endsWith(".");
    return isStopped ? text.substring(0, text.length() - 1) : text;
  }
}
