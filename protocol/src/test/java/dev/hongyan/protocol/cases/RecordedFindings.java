// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.cases;

import dev.hongyan.protocol.Findings;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it hears. */
public final class RecordedFindings implements Findings {

  private final List<String> unknown = new ArrayList<>();
  private final List<String> repaired = new ArrayList<>();

  @Override
  public void unknown(String field) {
    unknown.add(field);
  }

  @Override
  public void repaired(String field, String what) {
    repaired.add(field + ": " + what);
  }

  /** Paths of members that were unknown. */
  public List<String> unknown() {
    return unknown;
  }

  /** Path and repair, joined by a colon. */
  public List<String> repaired() {
    return repaired;
  }
}
