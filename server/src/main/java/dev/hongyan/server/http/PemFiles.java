// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificate and key out of their files. Every failure names the file and says what to do. */
final class PemFiles {

  /** Longer than any chain; what is larger is not what was meant. */
  private static final int MOST_BYTES = 1 << 20;

  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private static final Pattern PKCS8 =
      Pattern.compile(
          "-----BEGIN PRIVATE KEY-----(?<base64>[A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  /** How to sign with a key of each kind, to see whether it belongs to a certificate. */
  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

  private PemFiles() {}

  static SslContext read(TlsOptions options) throws IOException {
    List<X509Certificate> chain = chain(options.certificate());
    PublicKey its = chain.getFirst().getPublicKey();
    PrivateKey key = key(options.key(), its.getAlgorithm());
    if (!belong(key, its)) {
      throw new IOException(
          options.key() + " is not the key of the first certificate in " + options.certificate());
    }
    return SslContextBuilder.forServer(key, chain.toArray(new X509Certificate[0]))
        .sslProvider(SslProvider.JDK)
        .protocols(PROTOCOLS)
        .build();
  }

  private static List<X509Certificate> chain(Path file) throws IOException {
    String text = text(file);
    if (!text.contains("-----BEGIN CERTIFICATE-----")) {
      throw new IOException(file + " holds no PEM certificate (-----BEGIN CERTIFICATE-----)");
    }
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(
              new ByteArrayInputStream(
                  text.substring(text.indexOf("-----BEGIN CERTIFICATE-----"))
                      .getBytes(StandardCharsets.US_ASCII)))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException e) {
      throw new IOException(file + " holds a broken certificate: " + e.getMessage(), e);
    }
  }

  private static PrivateKey key(Path file, String algorithm) throws IOException {
    String text = text(file);
    Matcher pem = PKCS8.matcher(text);
    if (!pem.find()) {
      throw new IOException(file + " " + whyNoKey(text, file));
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(pem.group("base64"));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      // Without the cause: nothing of a key goes into a log.
      throw new IOException(
          file + " holds no key of the certificate's kind (" + algorithm + "), or a broken one");
    }
  }

  private static String whyNoKey(String text, Path file) {
    if (text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")) {
      return "is locked with a password; unlock it: openssl pkey -in " + file + " -out FILE";
    }
    if (text.contains(" PRIVATE KEY-----")) {
      return "is in an older form; convert it to PKCS#8: openssl pkcs8 -topk8 -nocrypt -in "
          + file
          + " -out FILE";
    }
    return "holds no PEM key (-----BEGIN PRIVATE KEY-----)";
  }

  private static boolean belong(PrivateKey key, PublicKey certified) {
    String algorithm = SIGNATURES.get(certified.getAlgorithm());
    if (algorithm == null) {
      return true; // a kind we don't know; the handshake will show
    }
    try {
      byte[] sample = {1, 2, 3};
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(sample);
      byte[] signed = signature.sign();
      signature.initVerify(certified);
      signature.update(sample);
      return signature.verify(signed);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static String text(Path file) throws IOException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new IOException(file + " is too large for a certificate or key");
      }
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw new IOException(file + " does not exist", e);
    } catch (java.nio.file.AccessDeniedException e) {
      throw new IOException(file + " may not be read by this user", e);
    }
  }
}
