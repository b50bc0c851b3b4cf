// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** An option that is not given may stand in the environment: {@code HONGYAN_PHONE_TOKEN}. */
record EnvironmentDefaults(Map<String, String> environment) implements IDefaultValueProvider {

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    return argument instanceof OptionSpec option && option.arity().max() > 0
        ? environment.get(name(option.longestName()))
        : null;
  }

  /** The variable of an option: {@code --phone-token} is {@code HONGYAN_PHONE_TOKEN}. */
  static String name(String option) {
    return "HONGYAN_" + option.replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
