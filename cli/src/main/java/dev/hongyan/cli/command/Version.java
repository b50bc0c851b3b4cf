// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import picocli.CommandLine.IVersionProvider;

/** The version, from the manifest of our own jar. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"hongyan " + (version == null ? "(not packaged)" : version)};
  }
}
