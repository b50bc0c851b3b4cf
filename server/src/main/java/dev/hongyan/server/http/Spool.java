// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import dev.hongyan.protocol.Body;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A body that is too large for memory, in a temporary file that only its owner can read. Written by
 * the connection's event loop: the system's cache takes the bytes, so that this is a copy and no
 * wait for a disk. Where the system lets go of the name of an open file, it has none from the
 * beginning, so that nothing is left of it even if the process is killed.
 */
final class Spool {

  private final Path path;
  private final FileChannel channel;
  private long size;

  private Spool(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** A new one, empty, where the system keeps temporary files. */
  static Spool create() throws IOException {
    return of(Files.createTempFile("hongyan-body-", ""));
  }

  /** A new one in this folder. */
  static Spool in(Path folder) throws IOException {
    return of(Files.createTempFile(folder, "hongyan-body-", ""));
  }

  private static Spool of(Path path) throws IOException {
    Spool spool =
        new Spool(path, FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
    spool.deleteName();
    return spool;
  }

  void add(ByteBuf more) throws IOException {
    while (more.isReadable()) {
      size += more.readBytes(channel, size, more.readableBytes());
    }
  }

  /** What has come, as long as it is not dropped. */
  Body body() {
    return Body.of(size, this::open);
  }

  private InputStream open() throws IOException {
    if (!channel.isOpen()) {
      throw new ClosedChannelException();
    }
    return new Reading(channel);
  }

  /** Deletes the file. */
  void drop() {
    try {
      channel.close();
    } catch (IOException _) {
      // It is as good as closed: nothing is written any more.
    }
    deleteName();
  }

  private void deleteName() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException _) {
      // Some systems keep the names of open files: it is tried again when this is dropped.
    }
  }

  /** What is in the file from its beginning, whoever else reads it. */
  private static final class Reading extends InputStream {

    private final FileChannel channel;
    private long place;

    Reading(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = channel.read(ByteBuffer.wrap(bytes, offset, length), place);
      place += Math.max(count, 0);
      return count;
    }
  }
}
