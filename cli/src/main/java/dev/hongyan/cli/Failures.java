// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import dev.hongyan.cli.command.Exit;
import dev.hongyan.cli.command.FailedException;
import dev.hongyan.cli.command.FolderInUseException;
import dev.hongyan.cli.command.Hongyan;
import dev.hongyan.cli.output.Console;
import dev.hongyan.cli.output.PlainText;
import dev.hongyan.cli.output.Texts;
import dev.hongyan.client.store.AccountInUseException;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.MediaUnavailableException;
import dev.hongyan.protocol.RefusedException;
import dev.hongyan.protocol.SessionEndedException;
import dev.hongyan.protocol.TransportException;
import dev.hongyan.protocol.WebWxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where a failure becomes words and an exit code. */
final class Failures {

  private final Console console;
  private final Texts texts;
  private final Hongyan hongyan;

  Failures(Hongyan hongyan) {
    this.hongyan = hongyan;
    this.console = hongyan.console();
    this.texts = hongyan.texts();
  }

  /** The arguments made no sense. */
  int wrongUsage(ParameterException e) {
    CommandLine line = e.getCommandLine();
    console.complain(PlainText.line(words(e)));
    String command = line.getCommandSpec().qualifiedName();
    console.talk(texts.get("see-help", command));
    return Exit.USAGE.code();
  }

  private String words(ParameterException e) {
    return switch (e) {
      case MissingParameterException missing ->
          texts.get(
              "missing-argument",
              String.join(", ", missing.getMissing().stream().map(Failures::shown).toList()));
      case OverwrittenOptionException twice ->
          texts.get("option-twice", shown(twice.getOverwritten()));
      case UnmatchedArgumentException unmatched when unmatched.isUnknownOption() ->
          texts.get("unknown-option", String.join(" ", unmatched.getUnmatched()));
      case UnmatchedArgumentException unmatched ->
          texts.get("unknown-argument", String.join(" ", unmatched.getUnmatched()));
      default -> wrongValue(e);
    };
  }

  private String wrongValue(ParameterException e) {
    ArgSpec argument = e.getArgSpec();
    return argument == null || e.getValue() == null
        ? String.valueOf(e.getMessage())
        : texts.get("wrong-value", shown(argument), e.getValue());
  }

  private static String shown(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : argument.paramLabel();
  }

  /** A command has thrown. */
  int ended(Exception e) {
    if (hongyan.isVerbose()) {
      console.trace(e);
    }
    return switch (e) {
      case WebWxException trouble -> failed(trouble);
      case FailedException failure -> say(failure.exit(), failure.text());
      case InterruptedException _ -> Exit.INTERRUPTED.code();
      case AccountInUseException _ -> say(Exit.UNEXPECTED, texts.get("account-in-use"));
      case UncheckedIOException file -> say(Exit.UNEXPECTED, message(file));
      case IOException file -> say(Exit.UNEXPECTED, words(file));
      default ->
          say(Exit.UNEXPECTED, texts.get("unexpected", e.getClass().getSimpleName(), message(e)));
    };
  }

  private int failed(WebWxException trouble) {
    return switch (trouble) {
      case MalformedReplyException e -> say(Exit.MALFORMED, texts.get("malformed", message(e)));
      case RefusedException e -> say(Exit.REFUSED, texts.get("refused", message(e)));
      case TransportException e -> say(Exit.NETWORK, texts.get("network", message(e)));
      case MediaUnavailableException e -> say(Exit.REFUSED, texts.get("refused", message(e)));
      case SessionEndedException _ -> say(Exit.NO_SESSION, texts.get("session-ended", ""));
    };
  }

  private String words(IOException e) {
    return switch (e) {
      case NoSuchFileException file -> texts.get("no-such-file", file.getFile());
      case FolderInUseException folder -> texts.get("folder-in-use", message(folder));
      case AccessDeniedException file -> texts.get("access-denied", file.getFile());
      default -> message(e);
    };
  }

  private static String message(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private int say(Exit exit, String words) {
    console.complain(PlainText.lines(words));
    return exit.code();
  }
}
