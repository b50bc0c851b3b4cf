// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import dev.hongyan.protocol.Body;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A body that is too large for memory, in a temporary file that only its owner can read. Written by
 * the connection's event loop: the system's cache takes the bytes, so that this is a copy and no
 * wait for a disk.
 */
final class Spool {

  private final Path path;
  private final FileChannel channel;
  private long size;

  private Spool(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** A new one, empty. */
  static Spool create() throws IOException {
    Path path = Files.createTempFile("hongyan-body-", "");
    return new Spool(path, FileChannel.open(path, StandardOpenOption.WRITE));
  }

  void add(ByteBuf more) throws IOException {
    while (more.isReadable()) {
      size += more.readBytes(channel, size, more.readableBytes());
    }
  }

  /** What has come, as long as it is not dropped. */
  Body body() {
    return Body.of(size, () -> Files.newInputStream(path));
  }

  /** Deletes the file. */
  void drop() {
    try {
      channel.close();
      Files.deleteIfExists(path);
    } catch (IOException _) {
      // The system's own broom sweeps temporary files; there is nothing better to do about it.
    }
  }
}
