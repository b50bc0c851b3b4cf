// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns that stand under each other, Chinese or not. */
public final class Table {

  private static final String GAP = "  ";

  private final Paint paint;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these headings. */
  public Table(Paint paint, String... headings) {
    this.paint = paint;
    rows.add(List.of(headings));
  }

  /** Adds a row, with as many cells as there are headings. */
  public void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** The lines of the table. */
  public List<String> lines() {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], Width.of(row.get(i)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      lines.add(lines.isEmpty() ? paint.dim(line(row, widths)) : line(row, widths));
    }
    return lines;
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      line.append(cell).append(" ".repeat(widths[i] - Width.of(cell))).append(GAP);
    }
    return line.toString().stripTrailing();
  }
}
