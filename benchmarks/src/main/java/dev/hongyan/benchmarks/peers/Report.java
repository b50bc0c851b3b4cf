// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.peers;

import dev.hongyan.time.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How figures are shown: first where they come from, then a table. */
public final class Report {

  private Report() {}

  /** Says what was measured when and on what. */
  public static void begin(String name, List<String> arguments) throws IOException {
    String command = ("./hongyan bench " + name + " " + String.join(" ", arguments)).strip();
    String when =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")
            .format(Time.system().instant().atOffset(ZoneOffset.UTC));
    System.out.println(command + ", " + when);
    System.out.println(machine());
    System.out.println();
  }

  private static String machine() throws IOException {
    String model =
        Files.readString(Path.of("/proc/cpuinfo"))
            .lines()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(System.getProperty("os.arch"));
    String load = Files.readString(Path.of("/proc/loadavg"));
    return "%d x %s, %s %s, JDK %s, load before: %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            model,
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            Runtime.version(),
            load.substring(0, load.indexOf(' ')));
  }

  public static String millis(long micros) {
    String format = micros < 10_000 ? "%.2f ms" : micros < 100_000 ? "%.1f ms" : "%.0f ms";
    return String.format(Locale.ROOT, format, micros / 1e3);
  }

  public static String megabytes(long kib) {
    return String.format(Locale.ROOT, kib < 10 << 10 ? "%.1f MB" : "%.0f MB", kib / 1024.0);
  }

  public static String ratio(long value, long base) {
    return String.format(Locale.ROOT, "%.2f", (double) value / base);
  }

  /** Columns as wide as they have to be. */
  public static final class Table {

    private final List<String> titles;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... titles) {
      this.titles = List.of(titles);
      rows.add(this.titles);
      rows.add(this.titles.stream().map(_ -> "---").toList());
    }

    public void row(String first, String second, List<String> rest) {
      List<String> cells = new ArrayList<>(List.of(first, second));
      cells.addAll(rest);
      rows.add(cells);
    }

    void skipped(String first, String why) {
      List<String> cells = new ArrayList<>(List.of(first, "skipped: " + why));
      while (cells.size() < titles.size()) {
        cells.add("");
      }
      rows.add(cells);
    }

    /** In the form of Markdown, so that it goes into a document as it is. */
    public void print() {
      int[] widths = new int[titles.size()];
      for (List<String> row : rows) {
        Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).length()));
      }
      for (List<String> row : rows) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
          String pad =
              (row.get(i).equals("---") ? "-" : " ").repeat(widths[i] - row.get(i).length());
          cells.add(i == 0 ? row.get(i) + pad : pad + row.get(i));
        }
        System.out.println(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
      }
    }
  }
}
