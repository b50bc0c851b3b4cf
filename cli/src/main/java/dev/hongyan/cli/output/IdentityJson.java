// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.output;

import dev.hongyan.client.identity.Identity;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Who somebody is across logins, as two properties; none where it is not known. */
public final class IdentityJson {

  private IdentityJson() {}

  /** Writes them into the object that is open. */
  public static void write(JsonGenerator json, Optional<Identity> identity) {
    identity.ifPresent(known -> {
      json.writeStringProperty("stableId", known.id().value());
      json.writeNumberProperty("confidence", known.confidence());
    });
  }
}
