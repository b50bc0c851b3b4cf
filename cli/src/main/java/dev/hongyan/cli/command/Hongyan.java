// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.Console;
import dev.hongyan.cli.output.Streams;
import dev.hongyan.cli.output.Texts;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command itself: what all commands share, and nothing to do alone. */
@Command(name = "hongyan", versionProvider = Version.class)
public final class Hongyan implements Runnable {

  /** In the order of the help. */
  private static final List<String> NAMES =
      List.of(
          "demo",
          "server",
          "login",
          "listen",
          "send",
          "recall",
          "push",
          "pull",
          "contacts",
          "rooms",
          "status",
          "logout",
          "decode",
          "build",
          "test",
          "bench");

  private final Map<String, String> environment;
  private final Streams streams;
  private final Console console;
  private final Texts texts;
  private final Time time = Time.system();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", scope = ScopeType.INHERIT)
  private boolean json;

  @Option(names = "--verbose", scope = ScopeType.INHERIT)
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT)
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true)
  private boolean version;

  /** A command in this environment. */
  public Hongyan(Map<String, String> environment, Streams streams) {
    this.environment = environment;
    this.streams = streams;
    this.console = new Console(streams, environment);
    this.texts = Texts.of(environment);
  }

  /** With all its commands. */
  public CommandLine commandLine() {
    return commandLine(NAMES);
  }

  /**
   * With the commands that these arguments call for: to look at all the others by reflection takes
   * longer than most commands run.
   */
  public CommandLine commandLine(String... arguments) {
    Optional<String> first =
        Stream.of(arguments).filter(argument -> !argument.startsWith("-")).findFirst();
    return commandLine(first.filter(NAMES::contains).map(List::of).orElse(NAMES));
  }

  private CommandLine commandLine(List<String> names) {
    CommandLine line = new CommandLine(this);
    names.forEach(name -> line.addSubcommand(name, command(name)));
    line.setResourceBundle(texts.bundle());
    // A chat room's user name begins with two of the signs that would mean a file of arguments.
    return line.setExpandAtFiles(false);
  }

  private Object command(String name) {
    return switch (name) {
      case "demo" -> new DemoCommand(this);
      case "server" -> new ServerCommand(this);
      case "login" -> new LoginCommand(this);
      case "listen" -> new ListenCommand(this);
      case "send" -> new SendCommand(this);
      case "recall" -> new RecallCommand(this);
      case "push" -> new PushCommand(this);
      case "pull" -> new PullCommand(this);
      case "contacts" -> new ContactsCommand(this);
      case "rooms" -> new RoomsCommand(this);
      case "status" -> new StatusCommand(this);
      case "logout" -> new LogoutCommand(this);
      case "decode" -> new DecodeCommand(this);
      case "build", "test", "bench" -> new ScriptCommand(this);
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), texts.get("no-command"));
  }

  /** Whether the output is for a program. */
  public boolean isJson() {
    return json;
  }

  /** Whether to tell more. */
  public boolean isVerbose() {
    return verbose;
  }

  /** Whether help or the version was asked for. */
  public boolean isAsking() {
    return help || version;
  }

  /** Where to print. */
  public Console console() {
    return console;
  }

  /** What to say. */
  public Texts texts() {
    return texts;
  }

  Streams streams() {
    return streams;
  }

  Map<String, String> environment() {
    return environment;
  }

  Time time() {
    return time;
  }

  Randomness randomness() {
    return Randomness.secure(); // not before it is needed: it loads the security providers
  }
}
