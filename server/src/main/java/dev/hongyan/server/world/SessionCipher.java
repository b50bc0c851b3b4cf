// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hides our own numbers from clients: under a session's key, as AES blocks of what is named, its
 * number, and zeros. A block that was not made with this key opens to zeros with a chance of one in
 * 2^56, a pair of blocks in 2^184.
 *
 * <p>Safe for use by many threads.
 */
final class SessionCipher {

  private static final int BLOCK = 16;
  private static final IvParameterSpec START = new IvParameterSpec(new byte[BLOCK]);

  private final ReentrantLock lock = new ReentrantLock();
  private final Cipher hiding;
  private final Cipher opening;

  SessionCipher(byte[] key) {
    hiding = cipher(Cipher.ENCRYPT_MODE, key);
    opening = cipher(Cipher.DECRYPT_MODE, key);
  }

  /** What was hidden: kinds tell what the number is a number of. */
  record Hidden(byte kind, long id, int blocks) {}

  /** In hex, 32 digits for each block. */
  String hide(byte kind, long id, int blocks) {
    byte[] plain = ByteBuffer.allocate(blocks * BLOCK).put(kind).putLong(id).array();
    return HexFormat.of().formatHex(run(hiding, plain));
  }

  /** What this hides; nothing if it was hidden with another key, or by nobody. */
  Optional<Hidden> open(String hex) {
    if (hex.isEmpty() || hex.length() % (2 * BLOCK) != 0) {
      return Optional.empty();
    }
    try {
      return open(HexFormat.of().parseHex(hex));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Hidden> open(byte[] hidden) {
    ByteBuffer plain = ByteBuffer.wrap(run(opening, hidden));
    byte kind = plain.get();
    long id = plain.getLong();
    byte[] rest = Arrays.copyOfRange(plain.array(), plain.position(), plain.capacity());
    return Arrays.equals(rest, new byte[rest.length])
        ? Optional.of(new Hidden(kind, id, hidden.length / BLOCK))
        : Optional.empty();
  }

  private byte[] run(Cipher cipher, byte[] bytes) {
    lock.lock();
    try {
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES does not take a whole block", e);
    } finally {
      lock.unlock();
    }
  }

  private static Cipher cipher(int mode, byte[] key) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), START);
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no AES", e);
    }
  }
}
