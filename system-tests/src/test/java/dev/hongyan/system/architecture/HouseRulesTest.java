// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.hongyan.system.architecture.Product.CLASSES;
import static dev.hongyan.system.architecture.Product.in;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What holds in every module: one source of time and chance, one place that prints, honest names.
 */
@Timeout(60)
class HouseRulesTest {

  /** Owner and member, joined by a dot, of what asks the clock, waits by it, or draws a number. */
  private static final Pattern CLOCK_OR_CHANCE =
      Pattern.compile(
          String.join(
              "|",
              "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)",
              "java\\.lang\\.Thread\\.sleep",
              "java\\.lang\\.Math\\.random",
              "java\\.time\\.\\w+\\.now",
              "java\\.time\\.Clock\\.(system|tick).*",
              "java\\.time\\.InstantSource\\.system",
              "java\\.util\\.Date\\.<init>\\(\\)",
              "java\\.util\\.Timer\\.<init>",
              "java\\.util\\.UUID\\.randomUUID",
              "java\\.util\\.Random\\.<init>",
              "java\\.util\\.SplittableRandom\\.<init>",
              "java\\.util\\.random\\.RandomGenerator(Factory)?\\.(of|getDefault)",
              "java\\.util\\.concurrent\\.ThreadLocalRandom\\.current",
              "java\\.util\\.concurrent\\.TimeUnit\\.sleep",
              "java\\.util\\.concurrent\\.Executors\\.new\\w*Scheduled\\w*",
              "java\\.util\\.concurrent\\.locks\\.LockSupport\\.park(Nanos|Until)",
              "java\\.security\\.SecureRandom\\.(<init>|getInstance\\w*)"));

  /** Words that say nothing about what the thing is. */
  private static final Pattern EMPTY_NAME =
      Pattern.compile(
          "Abstract[A-Z].*|Base[A-Z].*|I[A-Z][a-z].*"
              + "|.*(Manager|Helper|Utils?|Impl|Data|Info)");

  /** The wire's own words, which the protocol module may keep. */
  private static final Set<String> WIRE_NAMES = Set.of("AppInfo", "BaseRequest", "RecommendInfo");

  private static final Set<String> STREAMS = Set.of("out", "err");

  @Test
  void timeAndChanceComeFromOneModule() {
    noClasses()
        .that()
        .resideOutsideOfPackage(in("time"))
        .should(call(CLOCK_OR_CHANCE, "ask the clock, sleep or draw a random number themselves"))
        .check(CLASSES);
  }

  @Test
  void onlyTheOutputPackagePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage(in("cli.output"))
        .should()
        .accessFieldWhere(
            DescribedPredicate.describe(
                "it is System.out or System.err",
                access ->
                    access.getTargetOwner().isEquivalentTo(System.class)
                        && STREAMS.contains(access.getTarget().getName())))
        .orShould(call(Pattern.compile("java\\.lang\\.\\w+\\.printStackTrace"), "print a stack"))
        .check(CLASSES);
  }

  @Test
  void namesSayWhatAThingIs() {
    classes()
        .that()
        .areNotAnonymousClasses()
        .should(
            new ArchCondition<JavaClass>("have a name that says something") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                var name = type.getSimpleName();
                boolean good = WIRE_NAMES.contains(name) || !EMPTY_NAME.matcher(name).matches();
                events.add(new SimpleConditionEvent(type, good, type.getName()));
              }
            })
        .check(CLASSES);
  }

  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
  }

  private static ArchCondition<JavaClass> call(Pattern forbidden, String description) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
          var target = access.getTarget();
          var called = target.getOwner().getName() + "." + target.getName();
          boolean bare = target.getRawParameterTypes().isEmpty();
          boolean hit =
              forbidden.matcher(called).matches()
                  || (bare && forbidden.matcher(called + "()").matches());
          events.add(new SimpleConditionEvent(access, hit, access.getDescription()));
        }
      }
    };
  }
}
