// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import dev.hongyan.cli.command.Hongyan;
import dev.hongyan.cli.output.Streams;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** Runs one command. */
public final class Main {

  private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

  private Main() {}

  /** Runs the command that the arguments name and ends the process with its exit code. */
  public static void main(String[] args) {
    if (Arrays.asList(args).contains("--verbose")) {
      System.setProperty(LOG_LEVEL, "debug"); // before the first logger is made
    }
    System.exit(run(args, Streams.ofProcess(), environment()));
  }

  /**
   * The script replaces a locale that does not know UTF-8, or is not installed, by one that does;
   * the language that was asked for it hands to the JVM.
   */
  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (Locale.getDefault().getLanguage().equals("zh")) {
      environment.put("LC_ALL", "zh_CN.UTF-8");
    }
    return environment;
  }

  /** Runs a command in this environment and returns its exit code. */
  public static int run(String[] args, Streams streams, Map<String, String> environment) {
    Hongyan hongyan = new Hongyan(environment, streams);
    Help.Ansi colours = hongyan.console().paint().isOn() ? Help.Ansi.ON : Help.Ansi.OFF;
    Failures failures = new Failures(hongyan);
    CommandLine line =
        hongyan
            .commandLine(args)
            .setColorScheme(Help.defaultColorScheme(colours))
            .setOut(hongyan.console().outWriter())
            .setErr(hongyan.console().errWriter())
            .setDefaultValueProvider(new EnvironmentDefaults(environment))
            .setParameterExceptionHandler((e, _) -> failures.wrongUsage(e))
            .setExecutionExceptionHandler((e, _, _) -> failures.ended(e));
    return line.execute(args);
  }
}
