// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.wire;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.media.Chunk;
import dev.hongyan.protocol.media.MediaClass;
import dev.hongyan.protocol.media.UploadFile;
import dev.hongyan.protocol.media.UploadMedia;
import dev.hongyan.protocol.media.UploadPermit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Uploads of a browser chunk by chunk, and what of them lies on the server's disk. */
final class Uploading {

  private final Browser browser;
  private final Path data;

  Uploading(Browser browser, Path data) {
    this.browser = browser;
    this.data = data;
  }

  /** Sends a chunk of something. */
  UploadMedia.Reply chunk(long id, UploadFile file, Chunk chunk) throws InterruptedException {
    return browser.ask(UploadMedia.CALL, request(id, file, chunk));
  }

  UploadMedia.Request request(long id, UploadFile file, Chunk chunk) {
    return new UploadMedia.Request(
        browser.base(),
        file,
        chunk,
        id,
        browser.self,
        browser.self,
        UploadPermit.NONE,
        new Secret(browser.cookies.getOrDefault("webwx_data_ticket", "")),
        browser.credentials.passTicket());
  }

  /** Sends all of it, as it should be. */
  UploadMedia.Reply whole(long id, String name, byte[] content) throws InterruptedException {
    Body body = Body.of(content);
    UploadMedia.Reply reply = null;
    for (int i = 0; i < Chunk.count(content.length); i++) {
      reply = chunk(id, file(name, content), Chunk.of(body, i));
    }
    if (reply == null) {
      throw new AssertionError("a file has one chunk at least");
    }
    return reply;
  }

  static UploadFile file(String name, byte[] content) {
    return file(name, content.length, md5(content));
  }

  static UploadFile file(String name, long size, String md5) {
    return new UploadFile(name, "", "", size, MediaClass.DOCUMENT, md5);
  }

  /** Everything on disk that is neither the database nor the lock, by its name. */
  List<String> contents() throws IOException {
    return files(data.resolve("media"));
  }

  /** What has begun to come and is not there yet. */
  List<String> unfinished() throws IOException {
    return files(data.resolve("media").resolve("new"));
  }

  private static List<String> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).map(p -> p.getFileName().toString()).toList();
    }
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
