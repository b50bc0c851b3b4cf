// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.regex.Pattern;

/** The compiled product, as the architecture rules look at it. */
final class Product {

  static final String ROOT = "dev.hongyan.";

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .withImportOption(place -> !place.contains("/system-tests/"))
          .importPackages("dev.hongyan");

  /**
   * Where a class comes from: {@code …/client/target/classes/…} or {@code …/hongyan-client-0.1…}.
   */
  private static final Pattern ORIGIN =
      Pattern.compile("/(?:hongyan-(?<jar>[a-z-]+)-\\d|(?<folder>[a-z-]+)/target/classes/)");

  private Product() {}

  /** Everything below a module's package. */
  static String in(String module) {
    return ROOT + module + "..";
  }

  /** The module whose build made this class. */
  static String moduleThatBuilt(JavaClass type) {
    var uri = type.getSource().orElseThrow().getUri().toString();
    var origin = ORIGIN.matcher(uri);
    if (!origin.find()) {
      throw new IllegalStateException("no module of ours built " + uri);
    }
    return origin.group("jar") == null ? origin.group("folder") : origin.group("jar");
  }
}
