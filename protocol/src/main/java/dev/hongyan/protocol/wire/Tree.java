// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What arrived, before anybody decided what it means: JSON, XML elements or script values. */
sealed interface Tree {

  /** A text. */
  record Text(String value) implements Tree {

    /** Two members of three of a real contact. */
    static final Text EMPTY = new Text("");
  }

  /** Text of a dialect that has no types: XML, or a script, which quotes numbers at will. */
  record Plain(String value) implements Tree {}

  /** A whole number of 64 bits. */
  record Int(long value) implements Tree {

    /** Most numbers of a real contact. */
    static final Int ZERO = new Int(0);
  }

  /** Any other number, as it was written. */
  record Num(String literal) implements Tree {}

  /** A truth value. */
  record Bool(boolean value) implements Tree {}

  /** JSON's null. */
  record Null() implements Tree {}

  /** A list. */
  record Arr(List<Tree> items) implements Tree {}

  /** Members by name, in order. Of several with one name the last counts, as in a browser. */
  final class Obj implements Tree {
    private final List<String> names = new ArrayList<>();
    private final List<Tree> values = new ArrayList<>();

    /** One bit for each hash of a name seen: while it is new, so is the name. */
    private long seen;

    /** Adds a member; false if it took the place of one with the same name. */
    boolean put(String name, Tree value) {
      long bit = 1L << name.hashCode();
      int known = (seen & bit) == 0 ? -1 : names.indexOf(name);
      seen |= bit;
      if (known >= 0) {
        values.set(known, value);
        return false;
      }
      names.add(name);
      values.add(value);
      return true;
    }

    int size() {
      return names.size();
    }

    String name(int index) {
      return names.get(index);
    }

    Tree value(int index) {
      return values.get(index);
    }

    List<Tree> values() {
      return Collections.unmodifiableList(values);
    }

    /**
     * Where this member stands, -1 if nowhere. Members mostly arrive in the order in which they are
     * asked for, so the search begins at {@code hint}.
     */
    int find(String name, int hint) {
      int size = names.size();
      for (int i = 0; i < size; i++) {
        int at = hint + i < size ? hint + i : hint + i - size;
        if (names.get(at).equals(name)) {
          return at;
        }
      }
      return -1;
    }
  }
}
