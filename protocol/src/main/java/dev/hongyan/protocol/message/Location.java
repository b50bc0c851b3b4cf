// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.wire.XmlContent;
import dev.hongyan.protocol.wire.XmlContent.Layout;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place on the map (protocol reference 5.9).
 *
 * @param latitude degrees north, from -90 to 90
 * @param longitude degrees east, from -180 to 180
 * @param scale how near the map is shown, mostly 16; 0 if not told
 * @param label the address
 * @param poiName name of the place; the service writes {@code [位置]} where it knows none
 */
public record Location(double latitude, double longitude, int scale, String label, String poiName)
    implements MessageKind {

  private static final double NORTH = 90;

  private static final double EAST = 180;

  private static final String NO_NAME = "[位置]";

  /** Ends the place; a picture of the map follows. */
  private static final String PLACE_END = ":<br/>";

  private static final Pattern COORDINATES =
      Pattern.compile("[?&]coord=(?<x>-?[0-9]{1,3}(?:\\.[0-9]{1,15})?),(?<y>-?[0-9.]{1,20})");

  private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(?:\\.[0-9]{1,20})?");

  private static final XmlContent<Location> XML =
      new XmlContent<>("msg", Layout.SPACED, (f, l) -> f.within("location", l, Location::location));

  private static Location location(Fields f, Location l) {
    double x = degrees(f.text("@x", written(l.latitude)), NORTH, l.latitude);
    double y = degrees(f.text("@y", written(l.longitude)), EAST, l.longitude);
    int scale = f.number("@scale", l.scale);
    String label = f.filledText("@label", l.label);
    f.constant("@maptype", 0);
    String poiName = f.text("@poiname", l.poiName);
    f.constant("@poiid", "");
    return new Location(x, y, scale, label, poiName);
  }

  static Location read(MessageItem item, String content) {
    int end = content.indexOf(PLACE_END);
    String place = WireText.decode(end < 0 ? content : content.substring(0, end));
    Matcher told = COORDINATES.matcher(WireText.decode(item.media().url()));
    boolean isTold = told.find();
    Location known =
        new Location(
            isTold ? degrees(told.group("x"), NORTH, 0) : 0,
            isTold ? degrees(told.group("y"), EAST, 0) : 0,
            0,
            place,
            "");
    return XML.read(WireText.withEmoji(item.original()), known).orElse(known);
  }

  Draft draft(MessageId id) {
    String place = poiName.isEmpty() || poiName.equals(NO_NAME) ? label : poiName;
    String xml = XML.write(this).replace("<msg>", "<msg>\n\t").replace("</msg>", "\n</msg>\n");
    return new Draft(TEXT)
        .sub(LOCATION)
        .rawContent(
            WireText.encode(place)
                + PLACE_END
                + "/cgi-bin/mmwebwx-bin/webwxgetpubliclinkimg?url=xxx&msgid="
                + id
                + "&pictype=location")
        .url(
            "http://apis.map.qq.com/uri/v1/geocoder?coord="
                + written(latitude)
                + ","
                + written(longitude))
        .original("<?xml version=\"1.0\"?>\n" + xml);
  }

  private static String written(double degrees) {
    return String.format(Locale.ROOT, "%.6f", degrees);
  }

  private static double degrees(String text, double limit, double fallback) {
    if (!DEGREES.matcher(text.strip()).matches()) {
      return fallback;
    }
    double degrees = Double.parseDouble(text.strip());
    return Math.abs(degrees) <= limit ? degrees : fallback;
  }

  /** Where somebody is concerns nobody else. */
  @Override
  public String toString() {
    return "location";
  }
}
