// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TlsTest {

  @TempDir static Path folder;

  private static Certificates rsa;
  private static Certificates ec;

  @BeforeAll
  static void makeCertificates() throws Exception {
    rsa = Certificates.make(folder, "RSA");
    ec = Certificates.make(folder, "EC");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void servesEveryHostName(String version) throws Exception {
    try (HttpListener listener = listen(rsa.certificate(), rsa.key())) {
      for (String name : List.of("wx.qq.com", "login.weixin.qq.com", "webpush.web.wechat.com")) {
        try (Wire wire = connect(rsa, listener, version, List.of(new SNIHostName(name)))) {
          assertThat(wire.get("/x").reply().text()).isEqualTo("https wx.qq.com /x");
        }
      }
    }
  }

  @Test
  void servesWhoNamesNoHost() throws Exception {
    try (HttpListener listener = listen(ec.certificate(), ec.key());
        Wire wire = connect(ec, listener, "TLSv1.3", List.of())) {
      assertThat(wire.get("/x").reply().status()).isEqualTo(200);
      assertThat(wire.get("/y").reply().status()).isEqualTo(200);
    }
  }

  @Test
  void asksForTlsFromNowOnWhereTheProtocolDoes() throws Exception {
    try (HttpListener listener = listen(rsa.certificate(), rsa.key());
        Wire secure = connect(rsa, listener, "TLSv1.3", List.of());
        Wire plain = new Wire(listener.port())) {
      assertThat(hsts(secure, "/cgi-bin/mmwebwx-bin/webwxinit"))
          .containsExactly("max-age=31536000 ; includeSubDomains");
      assertThat(hsts(secure, "/jslogin")).hasSize(1);
      assertThat(hsts(secure, "/phone")).isEmpty();
      assertThat(hsts(plain, "/jslogin")).isEmpty();
    }
  }

  @Test
  void answersARefusalOverTls() throws Exception {
    try (HttpListener listener = listen(rsa.certificate(), rsa.key());
        Wire wire = connect(rsa, listener, "TLSv1.3", List.of())) {
      wire.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 104857600\r\n\r\n");

      assertThat(wire.reply().status()).isEqualTo(413);
      assertThat(wire.ended()).isTrue();
    }
  }

  @Test
  void interruptsTheHandlerWhenItsClientGoes() throws Exception {
    Held held = new Held();
    TlsOptions tls = new TlsOptions(0, rsa.certificate(), rsa.key());
    try (HttpListener listener =
        HttpListener.start(HttpOptions.loopback().with(tls), held, Time.system())) {
      Wire wire = connect(rsa, listener, "TLSv1.3", List.of()).get("/synccheck");
      assertThat(held.holds(1)).isTrue();

      wire.close();

      assertThat(held.wereInterrupted(1)).isTrue();
    }
  }

  @Test
  void survivesThoseWhoSpeakNoTls() throws Exception {
    try (HttpListener listener = listen(rsa.certificate(), rsa.key())) {
      try (Wire plain = new Wire(listener.tlsPort().orElseThrow())) {
        assertThatThrownBy(() -> plain.get("/").reply()).isInstanceOf(IOException.class);
      }
      try (Wire wire = connect(rsa, listener, "TLSv1.3", List.of())) {
        assertThat(wire.get("/x").reply().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    Path missing = folder.resolve("missing.pem");
    Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing here");
    Path old = keyFile("old.pem", "RSA PRIVATE KEY");
    Path locked = keyFile("locked.pem", "ENCRYPTED PRIVATE KEY");
    Path broken = keyFile("broken.pem", "PRIVATE KEY");

    assertUnusable(missing, rsa.key(), missing + " does not exist");
    assertUnusable(empty, rsa.key(), empty + " holds no PEM certificate");
    assertUnusable(keyFile("bad.pem", "CERTIFICATE"), rsa.key(), "broken certificate");
    assertUnusable(rsa.certificate(), missing, missing + " does not exist");
    assertUnusable(rsa.certificate(), empty, empty + " holds no PEM key");
    assertUnusable(rsa.certificate(), old, "openssl pkcs8 -topk8 -nocrypt -in " + old);
    assertUnusable(rsa.certificate(), locked, "openssl pkey -in " + locked);
    assertUnusable(rsa.certificate(), broken, broken + " holds no key of the certificate's kind");
    assertUnusable(rsa.certificate(), ec.key(), "kind (RSA)");
  }

  @Test
  void saysThatKeyAndCertificateDoNotBelongTogether() throws Exception {
    Certificates other = Certificates.make(Files.createDirectory(folder.resolve("other")), "EC");

    assertUnusable(ec.certificate(), other.key(), "is not the key of the first certificate");
  }

  private static Path keyFile(String name, String label) throws IOException {
    return Files.writeString(
        folder.resolve(name), "-----BEGIN " + label + "-----\nMAo=\n-----END " + label + "-----\n");
  }

  private static void assertUnusable(Path certificate, Path key, String message) {
    assertThatThrownBy(() -> listen(certificate, key))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  private static List<String> hsts(Wire wire, String path) throws IOException {
    return wire.get(path).reply().all("Strict-Transport-Security");
  }

  private static HttpListener listen(Path certificate, Path key) throws IOException {
    return HttpListener.start(
        HttpOptions.loopback().with(new TlsOptions(0, certificate, key)),
        (request, source) ->
            new WebReply(
                200,
                Headers.NONE,
                Body.of(request.scheme() + " " + request.authority() + " " + request.path())),
        Time.system());
  }

  private static Wire connect(
      Certificates trusted, HttpListener listener, String version, List<SNIHostName> names)
      throws Exception {
    Socket plain = new Socket(InetAddress.getLoopbackAddress(), listener.tlsPort().orElseThrow());
    SSLSocket socket =
        (SSLSocket)
            context(trusted.store()).getSocketFactory().createSocket(plain, "127.0.0.1", 0, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(new String[] {version});
    parameters.setServerNames(List.copyOf(names));
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return new Wire(socket);
  }

  private static SSLContext context(KeyStore trusted) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
