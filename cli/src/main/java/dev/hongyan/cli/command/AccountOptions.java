// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.client.http.Hosts;
import dev.hongyan.protocol.FileHelperHosts;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which account a command is about: options of every command that has a session. */
final class AccountOptions {

  /** It becomes the name of a folder. */
  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}";

  private static final Pattern ENTRY_AND_FAMILY =
      Pattern.compile("(?<entry>[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+)/(?<family>[A-Za-z0-9.-]+)");

  private static final String DEFAULT = "default";

  @Option(
      names = "--account",
      paramLabel = "NAME",
      descriptionKey = "account",
      scope = ScopeType.INHERIT)
  private String name = DEFAULT;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      descriptionKey = "account-data",
      scope = ScopeType.INHERIT)
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--server",
      paramLabel = "URL",
      descriptionKey = "account-server",
      scope = ScopeType.INHERIT)
  private Optional<String> server = Optional.empty();

  /** The account that is meant. */
  LocalAccount account(Hongyan hongyan) {
    if (!name.matches(NAME)) {
      throw new FailedException(Exit.USAGE, hongyan.texts().get("account-form", name));
    }
    Path folder = DataFolder.of(data, hongyan.environment()).account(name);
    return new LocalAccount(
        hongyan,
        name,
        folder,
        server.map(text -> hosts(hongyan, text)),
        Optional.empty(),
        options());
  }

  private String options() {
    String which = name.equals(DEFAULT) ? "" : " --account " + name;
    return data.map(path -> which + " --data " + quoted(path)).orElse(which);
  }

  /** As a shell takes it for one word. */
  private static String quoted(Path path) {
    String text = path.toString();
    return text.matches("[\\p{L}\\p{N}/._~-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /**
   * A base URL, the name of a host family, or an entry host of the file helper, with a family to go
   * with it or not.
   */
  private static Hosts hosts(Hongyan hongyan, String text) {
    try {
      Matcher pair = ENTRY_AND_FAMILY.matcher(text);
      if (pair.matches()) {
        return Hosts.fileHelper(pair.group("entry"), pair.group("family"));
      }
      if (!text.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")) {
        return Hosts.server(new URI(text));
      }
      return FileHelperHosts.isEntry(text.toLowerCase(Locale.ROOT))
          ? Hosts.fileHelper(text)
          : Hosts.family(text);
    } catch (URISyntaxException | IllegalArgumentException _) {
      throw new FailedException(Exit.USAGE, hongyan.texts().get("server-form", text));
    }
  }
}
