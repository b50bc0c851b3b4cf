// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.util.Set;
import java.util.TreeSet;

/**
 * How far an upload is, so that another process can go on with it.
 *
 * @param upload the number that its chunks share
 * @param chunks those that the server has acknowledged, counted from 0
 * @param mediaId what the server calls the file; empty until it has all of it
 */
public record UploadMark(long upload, Set<Integer> chunks, String mediaId) {

  public UploadMark {
    chunks = Set.copyOf(chunks);
  }

  /** An upload that has not begun. */
  public static UploadMark of(long upload) {
    return new UploadMark(upload, Set.of(), "");
  }

  /** The same with one more chunk. */
  public UploadMark with(int chunk) {
    Set<Integer> more = new TreeSet<>(chunks);
    more.add(chunk);
    return new UploadMark(upload, more, mediaId);
  }

  /** The same when the server has all of it. */
  public UploadMark complete(String newMediaId) {
    return new UploadMark(upload, chunks, newMediaId);
  }
}
