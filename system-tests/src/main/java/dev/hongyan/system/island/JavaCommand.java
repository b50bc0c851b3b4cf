// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.island;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a JVM of ours or of others is started, with the options of {@code ./hongyan}. */
public final class JavaCommand {

  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "--enable-native-access=ALL-UNNAMED",
          "-Djava.awt.headless=true");

  private JavaCommand() {}

  /** Runs a class of the class path that we run on. */
  public static List<String> ofOurs(List<String> options, String main, String... arguments) {
    return of(options, System.getProperty("java.class.path"), main, arguments);
  }

  /** Runs a class of another class path. */
  public static List<String> of(
      List<String> options, String classPath, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(tool("java").toString());
    command.addAll(OPTIONS);
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The options with which a JVM trusts the certificate and nothing else. */
  public static List<String> trusting(ThrowAwayCertificate certificate) {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + certificate.trustStore(),
        "-Djavax.net.ssl.trustStorePassword=" + ThrowAwayCertificate.PASSWORD);
  }

  /** A tool of the JDK that we run on. */
  public static Path tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name);
  }
}
