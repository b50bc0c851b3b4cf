// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.island;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** The host names of the service that a client may ask for (protocol reference 1.1 and 11). */
final class ServiceHosts {

  private static final List<String> FAMILIES =
      List.of("wx.qq.com", "wx2.qq.com", "wx8.qq.com", "web.wechat.com", "web2.wechat.com");

  private static final List<String> ROLES = List.of("", "login.", "file.", "webpush.");

  private static final List<String> OTHERS =
      List.of(
          "login.weixin.qq.com",
          "login.wechat.com",
          "webpush.weixin.qq.com",
          "filehelper.weixin.qq.com",
          "szfilehelper.weixin.qq.com",
          "cmfilehelper.weixin.qq.com",
          "res.wx.qq.com",
          "support.weixin.qq.com");

  private ServiceHosts() {}

  static List<String> names() {
    Stream<String> families =
        FAMILIES.stream().flatMap(family -> ROLES.stream().map(role -> role + family));
    return Stream.concat(families, OTHERS.stream()).toList();
  }

  /** A hosts file in which the whole service lives on the loopback interface. */
  static String hostsFile() {
    return Stream.concat(Stream.of("localhost"), names().stream())
        .map(name -> "127.0.0.1 " + name)
        .collect(joining("\n", "", "\n"));
  }
}
