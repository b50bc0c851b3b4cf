// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.send;

import dev.hongyan.client.media.Fingerprint;
import dev.hongyan.client.message.FileKind;
import dev.hongyan.client.message.SendOutcome.NotSent.Reason;
import dev.hongyan.client.store.OutgoingContent;
import dev.hongyan.client.store.OutgoingContent.Attachment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files on their way into the outbox, and out of it again after a crash. */
final class Attachments {

  private Attachments() {}

  /** This file, as what its name and size make of it. */
  static Attachment of(Path file) throws NotSendable {
    return of(file, FileKind.of(String.valueOf(file.getFileName()), size(file)));
  }

  /** This file, as one of this kind. */
  static Attachment of(Path file, FileKind kind) throws NotSendable {
    long size = size(file);
    if (size == 0) {
      throw new NotSendable(Reason.FILE_EMPTY);
    }
    if (size > kind.largest()) {
      throw new NotSendable(Reason.FILE_TOO_LARGE);
    }
    Fingerprint print = fingerprint(file);
    return new Attachment(kind, file.toAbsolutePath(), print.size(), print.md5());
  }

  /** Fails if the file behind a message is not the one that was handed in. */
  static void requireSame(OutgoingContent content) throws NotSendable {
    if (content instanceof Attachment(_, Path file, long size, String md5)
        && (size(file) != size || !fingerprint(file).md5().equals(md5))) {
      throw new NotSendable(Reason.FILE_CHANGED);
    }
  }

  private static long size(Path file) throws NotSendable {
    try {
      if (!Files.isRegularFile(file)) {
        throw new NotSendable(Reason.FILE_MISSING);
      }
      return Files.size(file);
    } catch (IOException _) {
      throw new NotSendable(Reason.FILE_MISSING);
    }
  }

  private static Fingerprint fingerprint(Path file) throws NotSendable {
    try {
      return Fingerprint.of(file);
    } catch (IOException _) {
      throw new NotSendable(Reason.FILE_MISSING);
    }
  }
}
