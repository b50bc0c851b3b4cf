// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * A certificate that signs itself and its key, made for one run by the JDK's keytool.
 *
 * @param store trusts the certificate
 */
record Certificates(Path certificate, Path key, KeyStore store) {

  private static final char[] PASSWORD = "thrown-away".toCharArray();

  /**
   * @param algorithm {@code RSA} or {@code EC}
   */
  static Certificates make(Path folder, String algorithm) throws Exception {
    Path file = folder.resolve(algorithm + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=wx.qq.com",
                "-ext",
                "san=dns:wx.qq.com,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
    KeyStore both = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      both.load(in, PASSWORD);
    }
    Key key = both.getKey("server", PASSWORD);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("server", both.getCertificate("server"));
    return new Certificates(
        pem(folder, algorithm, "CERTIFICATE", both.getCertificate("server").getEncoded()),
        pem(folder, algorithm, "PRIVATE KEY", key.getEncoded()),
        store);
  }

  private static Path pem(Path folder, String name, String label, byte[] bytes) throws Exception {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return Files.writeString(
        folder.resolve(name + " " + label + ".pem"),
        "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
  }
}
