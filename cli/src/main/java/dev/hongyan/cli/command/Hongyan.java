// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.Console;
import dev.hongyan.cli.output.Streams;
import dev.hongyan.cli.output.Texts;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.util.Map;
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

  /** With all its commands, in the order of the help. */
  public CommandLine commandLine() {
    CommandLine line = new CommandLine(this);
    line.addSubcommand("demo", new DemoCommand(this));
    line.addSubcommand("server", new ServerCommand(this));
    line.addSubcommand("login", new LoginCommand(this));
    line.addSubcommand("listen", new ListenCommand(this));
    line.addSubcommand("send", new SendCommand(this));
    line.addSubcommand("contacts", new ContactsCommand(this));
    line.addSubcommand("rooms", new RoomsCommand(this));
    line.addSubcommand("status", new StatusCommand(this));
    line.addSubcommand("logout", new LogoutCommand(this));
    line.addSubcommand("decode", new DecodeCommand(this));
    line.addSubcommand("build", new ScriptCommand(this));
    line.addSubcommand("test", new ScriptCommand(this));
    line.addSubcommand("bench", new ScriptCommand(this));
    line.setResourceBundle(texts.bundle());
    return line;
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
