// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.Findings;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The members of one object that arrived, and which of them were asked for. */
final class Members {

  private final Tree.Obj object;
  private final String path;
  private final Findings findings;
  private final @Nullable BitSet asked;
  private int hint;

  /**
   * @param path where the object stands, empty for the whole
   */
  Members(Tree.Obj object, String path, Findings findings) {
    this.object = object;
    this.path = path;
    this.findings = findings;
    this.asked = findings.isListening() ? new BitSet(object.size()) : null;
  }

  /** The member of this name, null if there is none. */
  @Nullable Tree take(String name) {
    int index = object.find(name, hint);
    if (index < 0) {
      return null;
    }
    hint = index + 1;
    if (asked != null) {
      asked.set(index);
    }
    return object.value(index);
  }

  /** Full path of a member. */
  String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  Findings findings() {
    return findings;
  }

  /** Tells of dirt that was mended. */
  void repaired(String name, String what) {
    if (asked != null) {
      findings.repaired(at(name), what);
    }
  }

  /** Tells of every member that nobody asked for. */
  void reportUnknown() {
    if (asked == null) {
      return;
    }
    for (int i = asked.nextClearBit(0); i < object.size(); i = asked.nextClearBit(i + 1)) {
      findings.unknown(at(object.name(i)));
    }
  }
}
