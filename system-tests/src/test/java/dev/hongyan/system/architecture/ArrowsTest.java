// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.hongyan.system.architecture.Product.CLASSES;
import static dev.hongyan.system.architecture.Product.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom: the picture in docs/architecture.md as rules. */
@Timeout(60)
class ArrowsTest {

  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "protocol", Set.of(),
          "time", Set.of(),
          "client", Set.of("protocol", "time"),
          "server", Set.of("protocol", "time"),
          "testkit", Set.of("protocol", "time", "server"),
          "cli", Set.of("protocol", "time", "server", "client"));

  /**
   * Threads, waiting, files, sockets, databases, logs: none of them is a matter of the protocol.
   */
  private static final DescribedPredicate<JavaClass> EFFECTS =
      resideInAnyPackage(
              "java.net.http..",
              "java.nio.channels..",
              "java.nio.file..",
              "java.sql..",
              "java.util.concurrent..",
              "java.util.logging..",
              "org.slf4j..")
          .or(
              describe(
                  "threads, clocks, files or sockets",
                  type ->
                      Set.of(
                              "java.io.File",
                              "java.io.FileInputStream",
                              "java.io.FileOutputStream",
                              "java.io.FileReader",
                              "java.io.FileWriter",
                              "java.io.RandomAccessFile",
                              "java.lang.Process",
                              "java.lang.ProcessBuilder",
                              "java.lang.System$Logger",
                              "java.lang.Thread",
                              "java.net.DatagramSocket",
                              "java.net.InetAddress",
                              "java.net.ServerSocket",
                              "java.net.Socket",
                              "java.net.URL",
                              "java.net.URLConnection",
                              "java.time.Clock",
                              "java.time.InstantSource",
                              "java.util.Timer")
                          .contains(type.getName())));

  static Stream<String> modules() {
    return ARROWS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void moduleKnowsOnlyThoseBelowIt(String module) {
    var strangers =
        ARROWS.keySet().stream()
            .filter(other -> !other.equals(module) && !ARROWS.get(module).contains(other))
            .map(Product::in)
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(in(module))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(strangers)
        .check(CLASSES);
  }

  /** Rules about nothing hold. A module without sources is the only one that may be missing. */
  @ParameterizedTest
  @MethodSource("modules")
  void ruleSeesEveryModule(String module) {
    boolean hasSources = Files.isDirectory(Path.of("..", module, "src/main/java/dev/hongyan"));

    assertThat(CLASSES.that(resideInAPackage(in(module))).isEmpty()).isNotEqualTo(hasSources);
  }

  @Test
  void classesLiveInThePackageOfTheirModule() {
    classes()
        .should(
            new ArchCondition<JavaClass>("live in the package of the module that builds them") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                var module = Product.moduleThatBuilt(type);
                boolean atHome = resideInAPackage(in(module)).test(type);
                events.add(
                    new SimpleConditionEvent(type, atHome, type.getName() + " is in " + module));
              }
            })
        .check(CLASSES);
  }

  @Test
  void protocolIsValuesAndBytesOnly() {
    noClasses()
        .that()
        .resideInAPackage(in("protocol"))
        .should()
        .dependOnClassesThat(EFFECTS)
        .check(CLASSES);
  }

  @Test
  void protocolLocksNothing() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(in("protocol"))
        .should()
        .notHaveModifier(JavaModifier.SYNCHRONIZED)
        .check(CLASSES);
  }

  @Test
  void timeDoesNotLog() {
    noClasses()
        .that()
        .resideInAPackage(in("time"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.slf4j..", "java.util.logging..")
        .check(CLASSES);
  }

  @Test
  void packagesPointOneWay() {
    slices().assignedFrom(eachPackage()).should().beFreeOfCycles().check(CLASSES);
  }

  private static SliceAssignment eachPackage() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return SliceIdentifier.of(type.getPackageName());
      }

      @Override
      public String getDescription() {
        return "each package";
      }
    };
  }
}
