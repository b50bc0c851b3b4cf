// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.Findings;
import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The reading direction: members of an object that arrived. */
final class TreeFields implements Fields {

  private final Members members;
  private final boolean strict;
  private @Nullable TreeFields required;

  private TreeFields(Members members, boolean strict) {
    this.members = members;
    this.strict = strict;
  }

  /**
   * Reads a whole object.
   *
   * @throws Unreadable if a required member is missing or is nothing of its type
   */
  static <T> T read(Tree.Obj object, Shape<T> shape, Findings findings) {
    return read(object, shape, "", findings);
  }

  private static <T> T read(Tree.Obj object, Shape<T> shape, String path, Findings findings) {
    Members members = new Members(object, path, findings);
    T value = shape.pass(new TreeFields(members, false), shape.neutral());
    members.reportUnknown();
    return value;
  }

  @Override
  public int number(String name, int value) {
    long number = integer(name, members.take(name), value);
    return number == (int) number
        ? (int) number
        : unusable(name, "a number", "a number out of range replaced", value);
  }

  @Override
  public long longNumber(String name, long value) {
    return integer(name, members.take(name), value);
  }

  @Override
  public long digits(String name, long value) {
    return switch (members.take(name)) {
      case Tree.Text(String text) when text.isEmpty() -> value;
      case Tree.Text(String text) -> parse(name, text, value);
      case Tree other -> integer(name, other, value);
      case null -> absent(name, value);
    };
  }

  @Override
  public boolean bit(String name, boolean value) {
    return integer(name, members.take(name), value ? 1 : 0) != 0;
  }

  @Override
  public String text(String name, String value) {
    return switch (members.take(name)) {
      case null -> absent(name, value);
      case Tree.Text(String text) -> text;
      case Tree.Plain(String text) -> text;
      case Tree.Int(long number) -> mended(name, "number read as text", Long.toString(number));
      case Tree.Num(String literal) -> mended(name, "number read as text", literal);
      case Tree.Bool(boolean truth) ->
          mended(name, "truth value read as text", Boolean.toString(truth));
      case Tree.Null _ -> unusable(name, "a text", "null replaced", value);
      case Tree.Arr _ -> unusable(name, "a text", "list in place of a text replaced", value);
      case Tree.Obj _ -> unusable(name, "a text", "object in place of a text replaced", value);
    };
  }

  @Override
  public String optionalText(String name, String value) {
    return text(name, value);
  }

  @Override
  public <T> T object(String name, Shape<T> shape, T value) {
    return switch (members.take(name)) {
      case null -> absent(name, value);
      case Tree.Obj inner -> read(inner, shape, members.at(name), members.findings());
      case Tree _ -> unusable(name, "an object", "something other than an object replaced", value);
    };
  }

  @Override
  public <T> List<T> list(String name, Shape<T> shape, List<T> values) {
    return switch (members.take(name)) {
      case null -> absent(name, values);
      case Tree.Arr(List<Tree> items) -> items(name, shape, items);
      // A single element where a list was meant (protocol reference 5.8), or numbered members.
      case Tree.Obj inner ->
          mended(name, "object read as a list", items(name, shape, unlisted(inner)));
      case Tree.Null _ -> unusable(name, "a list", "null replaced", values);
      case Tree _ -> unusable(name, "a list", "something other than a list replaced", values);
    };
  }

  @Override
  public <T> List<T> optionalList(String name, Shape<T> shape, List<T> values) {
    return list(name, shape, values);
  }

  @Override
  public List<Integer> numbers(String name, List<Integer> values) {
    return switch (members.take(name)) {
      case null -> absent(name, values);
      case Tree.Arr(List<Tree> items) -> numbersOf(name, items);
      case Tree one -> mended(name, "number read as a list", numbersOf(name, List.of(one)));
    };
  }

  private List<Integer> numbersOf(String name, List<Tree> items) {
    List<Integer> values = new ArrayList<>(items.size());
    for (Tree item : items) {
      if (item instanceof Tree.Int(long number) && number == (int) number) {
        values.add((int) number);
      } else {
        members.repaired(name, "an item that is no number left out");
      }
    }
    return values;
  }

  @Override
  public Fields required() {
    if (strict) {
      return this;
    }
    TreeFields same = required;
    if (same == null) {
      same = new TreeFields(members, true);
      required = same;
    }
    return same;
  }

  private static List<Tree> unlisted(Tree.Obj inner) {
    for (int i = 0; i < inner.size(); i++) {
      if (!inner.name(i).equals(Integer.toString(i))) {
        return List.of(inner);
      }
    }
    return inner.values();
  }

  /** One bad item must not take the others with it (protocol reference 5.13). */
  private <T> List<T> items(String name, Shape<T> shape, List<Tree> items) {
    List<T> values = new ArrayList<>(items.size());
    Findings findings = members.findings();
    boolean followed = findings.isListening();
    for (int i = 0; i < items.size(); i++) {
      String path = followed ? members.at(name) + "[" + i + "]" : name;
      if (!(items.get(i) instanceof Tree.Obj item)) {
        findings.repaired(path, "an item that is no object left out");
        continue;
      }
      try {
        values.add(read(item, shape, path, findings));
      } catch (Unreadable e) {
        findings.repaired(e.field(), e.problem() + ", its item left out");
      }
    }
    return values;
  }

  private <T> T absent(String name, T fallback) {
    if (strict) {
      throw new Unreadable(members.at(name), "is missing");
    }
    return fallback;
  }

  /** What is there cannot be read as {@code wanted}. */
  private <T> T unusable(String name, String wanted, String what, T fallback) {
    if (strict) {
      throw new Unreadable(members.at(name), "is not " + wanted);
    }
    return mended(name, what, fallback);
  }

  private <T> T mended(String name, String what, T value) {
    members.repaired(name, what);
    return value;
  }

  private long integer(String name, @Nullable Tree tree, long fallback) {
    return switch (tree) {
      case null -> absent(name, fallback);
      case Tree.Int(long number) -> number;
      case Tree.Num(String literal) -> parse(name, literal, fallback);
      case Tree.Plain(String text) -> parse(name, text.strip(), fallback);
      case Tree.Text(String text) when text.isBlank() ->
          unusable(name, "a number", "empty text replaced", fallback);
      case Tree.Text(String text) ->
          mended(name, "text read as number", parse(name, text.strip(), fallback));
      case Tree.Bool(boolean truth) -> mended(name, "truth value read as number", truth ? 1L : 0L);
      case Tree.Null _ -> unusable(name, "a number", "null replaced", fallback);
      case Tree.Arr _ -> unusable(name, "a number", "list in place of a number replaced", fallback);
      case Tree.Obj _ ->
          unusable(name, "a number", "object in place of a number replaced", fallback);
    };
  }

  private long parse(String name, String literal, long fallback) {
    OptionalLong exact = Digits.exact(literal);
    if (exact.isPresent()) {
      return exact.getAsLong();
    }
    OptionalLong unusual = Digits.unusual(literal);
    return unusual.isPresent()
        ? mended(name, "unusual number read", unusual.getAsLong())
        : unusable(name, "a number", "something other than a 64-bit number replaced", fallback);
  }
}
