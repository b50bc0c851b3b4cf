// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import picocli.CommandLine.IVersionProvider;

/** What the build wrote into the manifest of our own jar, and what runs it. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "hongyan " + (version == null ? "(not packaged)" : version),
      "Java " + Runtime.version() + ", " + property("os.name") + " " + property("os.arch"),
    };
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
