// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An unmodified client of other people, with the driver in {@code src/foreign} that runs it. */
enum Peer {
  WECHAT4U("wechat4u", Path.of("src/foreign/wechat4u/node_modules/wechat4u")) {
    @Override
    Optional<String> missingTool() {
      return runs("node", "--version") ? Optional.empty() : Optional.of("node is not installed");
    }

    @Override
    List<String> command(Island island) {
      return List.of("node", driver("driver.js"));
    }

    @Override
    Map<String, String> environment(Island island) {
      return Map.of("NODE_EXTRA_CA_CERTS", island.certificate().pem().toString());
    }
  },

  WECHAT_API("wechat-api", Path.of("target/foreign/wechat-api")) {
    @Override
    Optional<String> missingTool() {
      return Optional.empty(); // the JDK that runs this test
    }

    @Override
    List<String> command(Island island) {
      return List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Djavax.net.ssl.trustStore=" + island.certificate().trustStore(),
          "-Djavax.net.ssl.trustStorePassword=" + ThrowAwayCertificate.PASSWORD,
          "-Djava.awt.headless=true",
          "-cp",
          home().toAbsolutePath() + "/*",
          driver("WechatApiDriver.java"),
          island.folder().toString());
    }

    @Override
    Map<String, String> environment(Island island) {
      return Map.of();
    }
  };

  private final String title;
  private final Path home;

  /**
   * @param home where it is once the build has fetched it
   */
  Peer(String title, Path home) {
    this.title = title;
    this.home = home;
  }

  /** Why it cannot run here, if so. */
  Optional<String> missing() {
    return missingTool()
        .or(() ->
            Files.isDirectory(home)
                ? Optional.empty()
                : Optional.of(title + " has not been fetched: ./hongyan test does that"));
  }

  ForeignClient start(Island island) throws IOException {
    return new ForeignClient(island.join(title, environment(island), command(island)));
  }

  abstract Optional<String> missingTool();

  abstract List<String> command(Island island);

  abstract Map<String, String> environment(Island island);

  Path home() {
    return home;
  }

  String driver(String name) {
    return Path.of("src/foreign", title, name).toAbsolutePath().toString();
  }

  private static boolean runs(String... command) {
    try {
      Process process = new ProcessBuilder(command).start();
      process.getOutputStream().close();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public String toString() {
    return title;
  }
}
