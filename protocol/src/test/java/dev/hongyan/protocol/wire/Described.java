// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A third direction beside reading and writing: it writes down which members there are. */
final class Described {

  /** Words and answers that have no name of their own on the wire. */
  private static final Set<String> INLINE = Set.of("String", "Reply", "UserName");

  private Described() {}

  /**
   * The members of one object.
   *
   * @param objects members of every object met on the way, by its name
   */
  static <T> String members(Shape<T> shape, Map<String, String> objects) {
    Members members = new Members(objects);
    var same = shape.pass(members, shape.neutral());
    assert same != null;
    return String.join(", ", members.told);
  }

  /** The parts of one request. */
  static <Q> String parts(Exchange<Q, ?> call, Map<String, String> objects) {
    Request request = new Request(objects);
    var same = call.passage().pass(request, call.neutral());
    assert same != null;
    return String.join(" · ", request.told);
  }

  /** The type on the wire; texts come back filled, as some are checked. */
  private static final class Members implements Fields {

    private final List<String> told = new ArrayList<>();
    private final Map<String, String> objects;

    Members(Map<String, String> objects) {
      this.objects = objects;
    }

    private <T> T tell(String name, String type, T value) {
      told.add("`" + name + "` " + type);
      return value;
    }

    @Override
    public int number(String name, int value) {
      return tell(name, "int", value);
    }

    @Override
    public long longNumber(String name, long value) {
      return tell(name, "long", value);
    }

    @Override
    public long digits(String name, long value) {
      return tell(name, "digits", value);
    }

    @Override
    public String text(String name, String value) {
      return tell(name, "text", "x");
    }

    @Override
    public String optionalText(String name, String value) {
      return tell(name, "text?", value);
    }

    @Override
    public boolean bit(String name, boolean value) {
      return tell(name, "bit", value);
    }

    @Override
    public void constant(String name, int value) {
      told.add("*" + name + "*");
    }

    @Override
    public void constant(String name, String value) {
      told.add("*" + name + "*");
    }

    @Override
    public <T> T object(String name, Shape<T> shape, T value) {
      tell(name, type(shape), value);
      // Not the fallback: it would lack what is checked.
      return shape.pass(new Members(objects), value);
    }

    @Override
    public <T> List<T> list(String name, Shape<T> shape, List<T> values) {
      return tell(name, "[" + type(shape) + "]", values);
    }

    private <T> String type(Shape<T> shape) {
      String type = shape.neutral().getClass().getSimpleName();
      if (INLINE.contains(type)) {
        return "{" + members(shape, objects) + "}";
      }
      if (!objects.containsKey(type)) {
        objects.put(type, "");
        objects.put(type, members(shape, objects));
      }
      return type;
    }

    @Override
    public <T> List<T> optionalList(String name, Shape<T> shape, List<T> values) {
      return tell(name, "[" + type(shape) + "]?", values);
    }

    @Override
    public List<Integer> numbers(String name, List<Integer> values) {
      return tell(name, "[int]", values);
    }

    @Override
    public Fields required() {
      return this;
    }
  }

  private static final class Request implements Parts {

    private final List<String> told = new ArrayList<>();
    private final Map<String, String> objects;

    Request(Map<String, String> objects) {
      this.objects = objects;
    }

    @Override
    public long now() {
      return 0;
    }

    @Override
    public String language() {
      return "zh_CN";
    }

    @Override
    public String mod() {
      return "desktop";
    }

    @Override
    public String app() {
      return "wx_webfilehelper";
    }

    @Override
    public String tail(String value) {
      told.add("rest of the path");
      return value;
    }

    @Override
    public String query(String name, String value, String... aliases) {
      told.add(spelled(name, aliases));
      return value;
    }

    private static String spelled(String name, String... aliases) {
      return "`"
          + name
          + "`"
          + (aliases.length == 0 ? "" : " (" + String.join(", ", aliases) + ")");
    }

    @Override
    public String plainQuery(String name, String value) {
      return query(name, value);
    }

    @Override
    public String optionalQuery(String name, String value, String... aliases) {
      return query(name, value, aliases);
    }

    @Override
    public void constantQuery(String name, String value) {
      told.add("*" + name + "*");
    }

    @Override
    public String verbatimQuery(String value) {
      told.add("query as it was given");
      return value;
    }

    @Override
    public <T> T json(Shape<T> shape, T value) {
      told.add("JSON {" + members(shape, objects) + "}");
      return value;
    }

    @Override
    public String encodedQuery(String name, String value, String... aliases) {
      return query(name, value, aliases);
    }

    @Override
    public String header(String name, String value) {
      told.add("header `" + name + "`");
      return value;
    }

    @Override
    public String part(String name, String value, String... aliases) {
      told.add("part " + spelled(name, aliases));
      return value;
    }

    @Override
    public String optionalPart(String name, String value) {
      return part(name, value);
    }

    @Override
    public void constantPart(String name, String value) {
      told.add("part *" + name + "*");
    }

    @Override
    public <T> T jsonPart(String name, Shape<T> shape, T value) {
      told.add("part `" + name + "` JSON {" + members(shape, objects) + "}");
      return value;
    }

    @Override
    public FilePart filePart(String name, FilePart value) {
      told.add("file `" + name + "`");
      return value;
    }

    @Override
    public String form(String name, String value) {
      told.add("form `" + name + "`");
      return value;
    }
  }
}
