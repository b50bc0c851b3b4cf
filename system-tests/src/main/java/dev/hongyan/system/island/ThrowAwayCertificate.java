// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.island;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate for every host of the service, its own authority, made anew each time and trusted
 * by nobody but the clients that are tried.
 *
 * @param pem the certificate
 * @param key its key, PEM too
 * @param trustStore the certificate alone, for Java clients
 */
public record ThrowAwayCertificate(Path pem, Path key, Path trustStore) {

  /** Of the trust store; it keeps no secret. */
  public static final String PASSWORD = "throw-away";

  private static final String ALIAS = "service";

  /** Makes one in this folder. */
  static ThrowAwayCertificate in(Path folder) throws IOException, InterruptedException {
    Path keyStore = folder.resolve("key.p12");
    generate(keyStore);
    try {
      var password = PASSWORD.toCharArray();
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(keyStore)) {
        keys.load(in, password);
      }
      var certificate = keys.getCertificate(ALIAS);
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, password);
      trusted.setCertificateEntry(ALIAS, certificate);
      Path trustStore = folder.resolve("trusted.p12");
      try (OutputStream out = Files.newOutputStream(trustStore)) {
        trusted.store(out, password);
      }
      return new ThrowAwayCertificate(
          pem(folder.resolve("certificate.pem"), "CERTIFICATE", certificate.getEncoded()),
          pem(folder.resolve("key.pem"), "PRIVATE KEY", keys.getKey(ALIAS, password).getEncoded()),
          trustStore);
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot make a throw-away certificate", e);
    }
  }

  private static void generate(Path keyStore) throws IOException, InterruptedException {
    String names = ServiceHosts.names().stream().map(name -> "dns:" + name).collect(joining(","));
    Process keytool =
        new ProcessBuilder(
                JavaCommand.tool("keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-dname",
                "CN=wx.qq.com,O=throw-away",
                "-keyalg",
                "RSA", // every peer's TLS library knows it
                "-keysize",
                "2048",
                "-validity",
                "2",
                "-startdate",
                "-1d",
                "-ext",
                "san=" + names,
                "-ext",
                "bc:critical=ca:true",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                keyStore.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
  }

  private static Path pem(Path file, String label, byte[] encoded) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return Files.writeString(
        file, "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
  }
}
