// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.peers;

import dev.hongyan.time.Time;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * The floor under the figures: requests for nothing, one after the other on one connection, by a
 * client that does nothing else. A process of its own, as the clients are.
 */
final class RoundTrips {

  private static final int WARM_UP = 3_000;
  private static final int COUNT = 3_000;

  private RoundTrips() {}

  /** Arguments: scheme, host, port. Prints how long each took, in microseconds. */
  public static void main(String[] arguments) throws IOException {
    boolean secure = arguments[0].equals("https");
    SocketFactory sockets = secure ? SSLSocketFactory.getDefault() : SocketFactory.getDefault();
    byte[] request =
        ("GET " + PollWatch.FLOOR + " HTTP/1.1\r\nHost: " + arguments[1] + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    StringJoiner micros = new StringJoiner(" ");
    Time time = Time.system();
    try (Socket socket = sockets.createSocket(arguments[1], Integer.parseInt(arguments[2]))) {
      socket.setTcpNoDelay(true);
      byte[] reply = new byte[4096];
      for (int i = -WARM_UP; i < COUNT; i++) {
        long start = time.nanoTime();
        socket.getOutputStream().write(request);
        readReply(socket.getInputStream(), reply);
        if (i >= 0) {
          micros.add(Long.toString((time.nanoTime() - start) / 1_000));
        }
      }
    }
    System.out.println(micros);
  }

  /** Until the word that is the reply's whole body. */
  private static void readReply(InputStream in, byte[] reply) throws IOException {
    int length = 0;
    while (length < 2 || reply[length - 2] != 'o' || reply[length - 1] != 'r') {
      int read = in.read(reply, length, reply.length - length);
      if (read < 0) {
        throw new IOException("the server has hung up");
      }
      length += read;
    }
  }
}
