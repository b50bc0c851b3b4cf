// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.coverage;

import java.util.regex.Pattern;

/**
 * A type of the project as sources name it.
 *
 * @param packageName where it is
 * @param name its own, after those of the types around it: {@code MessageKind.Call}
 */
record JavaType(String packageName, String name) {

  static JavaType of(Class<?> type) {
    String name = type.getName().substring(type.getPackageName().length() + 1);
    return new JavaType(type.getPackageName(), name.replace('$', '.'));
  }

  String qualified() {
    return packageName + "." + name;
  }

  private String outermost() {
    return name.split("\\.", 2)[0];
  }

  /**
   * Whether a source speaks of this type and of no other with the same simple name: by an import of
   * it or of something within it, through the type around it, by its full name, or from its own
   * package.
   */
  boolean isNamedIn(JavaSource source) {
    return source.names(qualified())
        || source.imports().stream().anyMatch(imported -> isImport(imported, source))
        || (sees(source) && source.names(name));
  }

  private boolean isImport(String imported, JavaSource source) {
    boolean within = imported.equals(qualified()) || imported.startsWith(qualified() + ".");
    return within && source.names(imported.substring(imported.lastIndexOf('.') + 1));
  }

  /** Whether the outermost name means what is around this type, and nothing else. */
  private boolean sees(JavaSource source) {
    String outermost = outermost();
    if (source.imports().contains(packageName + "." + outermost)) {
      return true;
    }
    return source.packageName().equals(packageName)
        && source.imports().stream().noneMatch(other -> other.endsWith("." + outermost))
        && !Pattern.compile("(?:class|record|interface|enum) " + outermost + "\\b")
            .matcher(source.code())
            .find();
  }
}
