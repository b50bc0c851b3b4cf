// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.modulepath;

import java.io.File;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What some modules of ours need, chosen from the class path of the tests. All of it would not do:
 * whoever resolves one automatic module resolves every automatic module in sight.
 */
final class ModulePath {

  private ModulePath() {}

  static String of(String... roots) {
    var available =
        ModuleFinder.of(
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toArray(Path[]::new));
    var wanted = new ArrayDeque<>(Set.of(roots));
    var seen = new HashSet<String>();
    var places = new TreeSet<Path>();
    while (!wanted.isEmpty()) {
      var name = wanted.remove();
      if (seen.add(name)) {
        available
            .find(name)
            .ifPresent(module -> {
              places.add(Path.of(module.location().orElseThrow()));
              module.descriptor().requires().stream()
                  .filter(ModulePath::concernsEmbedders)
                  .map(Requires::name)
                  .forEach(wanted::add);
            });
      }
    }
    return places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * What is static is for the compiler alone; an embedder's compiler sees what is also transitive.
   */
  private static boolean concernsEmbedders(Requires requires) {
    return !requires.modifiers().contains(Modifier.STATIC)
        || requires.modifiers().contains(Modifier.TRANSITIVE);
  }
}
