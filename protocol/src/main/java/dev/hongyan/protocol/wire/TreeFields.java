// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.Findings;
import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.shape.Shape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reading direction: members of an object that arrived. */
final class TreeFields implements Fields {

  private static final BigInteger UNSIGNED_LIMIT = BigInteger.ONE.shiftLeft(Long.SIZE);

  /** A decimal exponent beyond this is an attack on the arithmetic, not a number. */
  private static final int MAX_SCALE = 64;

  private final Tree.Obj object;
  private final String path;
  private final Findings findings;
  private final BitSet asked = new BitSet();
  private final Fields required = new RequiredFields();
  private int hint;

  private TreeFields(Tree.Obj object, String path, Findings findings) {
    this.object = object;
    this.path = path;
    this.findings = findings;
  }

  /**
   * Reads a whole object.
   *
   * @throws Unreadable if a required member is missing
   */
  static <T> T read(Tree.Obj object, Shape<T> shape, Findings findings) {
    return read(object, shape, "", findings);
  }

  private static <T> T read(Tree.Obj object, Shape<T> shape, String path, Findings findings) {
    TreeFields fields = new TreeFields(object, path, findings);
    T value = shape.pass(fields, shape.neutral());
    fields.reportUnknown();
    return value;
  }

  private void reportUnknown() {
    if (!findings.isListening()) {
      return;
    }
    for (int i = asked.nextClearBit(0); i < object.size(); i = asked.nextClearBit(i + 1)) {
      findings.unknown(at(object.name(i)));
    }
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private @Nullable Tree take(String name) {
    int index = object.find(name, hint);
    if (index < 0) {
      return null;
    }
    hint = index + 1;
    asked.set(index);
    return object.value(index);
  }

  @Override
  public int number(String name, int value) {
    long number = integer(name, take(name), value);
    if (number != (int) number) {
      findings.repaired(at(name), "a number out of range replaced");
      return value;
    }
    return (int) number;
  }

  @Override
  public long longNumber(String name, long value) {
    return integer(name, take(name), value);
  }

  @Override
  public long digits(String name, long value) {
    Tree tree = take(name);
    if (tree instanceof Tree.Text(String text)) {
      return text.isEmpty() ? value : parse(name, text, value);
    }
    return integer(name, tree, value);
  }

  @Override
  public boolean bit(String name, boolean value) {
    return integer(name, take(name), value ? 1 : 0) != 0;
  }

  @Override
  public String text(String name, String value) {
    return switch (take(name)) {
      case null -> value;
      case Tree.Text(String text) -> text;
      case Tree.Num(String literal) -> mended(name, "number read as text", literal);
      case Tree.Bool(boolean truth) ->
          mended(name, "truth value read as text", Boolean.toString(truth));
      case Tree.Null _ -> mended(name, "null replaced", value);
      case Tree.Arr _ -> mended(name, "list in place of a text replaced", value);
      case Tree.Obj _ -> mended(name, "object in place of a text replaced", value);
    };
  }

  @Override
  public <T> T object(String name, Shape<T> shape, T value) {
    return switch (take(name)) {
      case null -> value;
      case Tree.Obj inner -> read(inner, shape, at(name), findings);
      case Tree _ -> mended(name, "something other than an object replaced", value);
    };
  }

  @Override
  public <T> List<T> list(String name, Shape<T> shape, List<T> values) {
    return switch (take(name)) {
      case null -> values;
      case Tree.Arr(List<Tree> items) -> items(name, shape, items);
      case Tree.Null _ -> mended(name, "null replaced", values);
      // A single element where a list was meant (protocol reference 5.8), or numbered members.
      case Tree.Obj inner ->
          mended(name, "object read as a list", items(name, shape, unlisted(inner)));
      case Tree _ -> mended(name, "something other than a list replaced", values);
    };
  }

  private static List<Tree> unlisted(Tree.Obj inner) {
    for (int i = 0; i < inner.size(); i++) {
      if (!inner.name(i).equals(Integer.toString(i))) {
        return List.of(inner);
      }
    }
    return inner.values();
  }

  private <T> List<T> items(String name, Shape<T> shape, List<Tree> items) {
    List<T> values = new ArrayList<>(items.size());
    boolean followed = findings.isListening();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Tree.Obj item) {
        values.add(read(item, shape, followed ? at(name) + "[" + i + "]" : name, findings));
      } else {
        findings.repaired(at(name) + "[" + i + "]", "an item that is no object left out");
      }
    }
    return values;
  }

  private <T> T mended(String name, String what, T value) {
    if (findings.isListening()) {
      findings.repaired(at(name), what);
    }
    return value;
  }

  private long integer(String name, @Nullable Tree tree, long fallback) {
    return switch (tree) {
      case null -> fallback;
      case Tree.Num(String literal) -> parse(name, literal, fallback);
      case Tree.Text(String text) when text.isBlank() ->
          mended(name, "empty text replaced", fallback);
      case Tree.Text(String text) ->
          mended(name, "text read as number", parse(name, text.strip(), fallback));
      case Tree.Bool(boolean truth) -> mended(name, "truth value read as number", truth ? 1L : 0L);
      case Tree.Null _ -> mended(name, "null replaced", fallback);
      case Tree.Arr _ -> mended(name, "list in place of a number replaced", fallback);
      case Tree.Obj _ -> mended(name, "object in place of a number replaced", fallback);
    };
  }

  private long parse(String name, String literal, long fallback) {
    try {
      return Long.parseLong(literal);
    } catch (NumberFormatException _) {
      return parseUnusual(name, literal, fallback);
    }
  }

  /** 1.0, 1e3, and ids of 64 unsigned bits. */
  private long parseUnusual(String name, String literal, long fallback) {
    try {
      BigDecimal decimal = new BigDecimal(literal);
      if (Math.abs((long) decimal.scale()) <= MAX_SCALE) {
        BigInteger whole = decimal.toBigInteger();
        if (whole.bitLength() < Long.SIZE
            || (whole.signum() > 0 && whole.compareTo(UNSIGNED_LIMIT) < 0)) {
          return mended(name, "unusual number read", whole.longValue());
        }
      }
    } catch (NumberFormatException _) {
      return mended(name, "something other than a number replaced", fallback);
    }
    return mended(name, "a number out of range replaced", fallback);
  }

  @Override
  public Fields required() {
    return required;
  }

  /** The same members, but an absent or null one fails. */
  private final class RequiredFields implements Fields {

    private void check(String name) {
      int index = object.find(name, hint);
      if (index < 0 || object.value(index) instanceof Tree.Null) {
        throw new Unreadable(at(name), "is missing");
      }
    }

    @Override
    public int number(String name, int value) {
      check(name);
      return TreeFields.this.number(name, value);
    }

    @Override
    public long longNumber(String name, long value) {
      check(name);
      return TreeFields.this.longNumber(name, value);
    }

    @Override
    public long digits(String name, long value) {
      check(name);
      return TreeFields.this.digits(name, value);
    }

    @Override
    public String text(String name, String value) {
      check(name);
      return TreeFields.this.text(name, value);
    }

    @Override
    public boolean bit(String name, boolean value) {
      check(name);
      return TreeFields.this.bit(name, value);
    }

    @Override
    public <T> T object(String name, Shape<T> shape, T value) {
      check(name);
      if (!(object.value(object.find(name, hint)) instanceof Tree.Obj)) {
        throw new Unreadable(at(name), "is no object");
      }
      return TreeFields.this.object(name, shape, value);
    }

    @Override
    public <T> List<T> list(String name, Shape<T> shape, List<T> values) {
      check(name);
      return TreeFields.this.list(name, shape, values);
    }

    @Override
    public Fields required() {
      return this;
    }
  }
}
