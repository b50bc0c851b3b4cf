// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.testkit;

import dev.hongyan.time.VirtualTime;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Gives each test a {@link TestServer} of its own, as a parameter of the test method and of the
 * methods before and after it, and closes it in the end. Tests may run in parallel: nothing is
 * shared.
 *
 * {@snippet :
 * @ExtendWith(HongyanExtension.class)
 * class LoginTest {
 *   @Test
 *   void expiresAfterFiveMinutes(TestServer server) throws InterruptedException {
 *     server.elapse(Duration.ofMinutes(5)); // at once
 *   }
 * }
 * }
 *
 * <p>Or with settings: {@code @RegisterExtension final HongyanExtension hongyan =
 * HongyanExtension.overSockets();}
 *
 * <p>In flowing time the test's thread belongs to that time from the moment in which the server is
 * made, so that time stands while the test does something and moves while it waits. Therefore a
 * test must not be run by another thread than the one that made the server, as {@code @Timeout}
 * does in its separate-thread mode: that is an error.
 */
public final class HongyanExtension implements ParameterResolver, InvocationInterceptor {

  private final TestServerOptions options;

  /** In memory, in flowing time: for {@code @ExtendWith}. */
  public HongyanExtension() {
    this(TestServerOptions.inMemory());
  }

  /** As these options say. */
  public HongyanExtension(TestServerOptions options) {
    this.options = options;
  }

  /** In memory, in flowing time. */
  public static HongyanExtension inMemory() {
    return new HongyanExtension();
  }

  /** Over HTTP on a random port, in real time. */
  public static HongyanExtension overSockets() {
    return new HongyanExtension(TestServerOptions.overSockets());
  }

  /** A server while it is on. Time is left last: closing takes none. */
  private record Stage(TestServer server, Thread owner, Optional<VirtualTime.Stay> stay)
      implements AutoCloseable {

    static Stage open(TestServerOptions options) {
      TestServer server = TestServer.start(options);
      boolean flows = options.clock() == TestServerOptions.Clock.FLOWING;
      return new Stage(
          server,
          Thread.currentThread(),
          flows ? Optional.of(server.virtualTime().enter()) : Optional.empty());
    }

    @Override
    public void close() {
      server.close();
      stay.ifPresent(VirtualTime.Stay::close);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestServer.class;
  }

  @Override
  public TestServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "a TestServer belongs to one test: take it in the test method or in @BeforeEach");
    }
    return store(context)
        .computeIfAbsent(Stage.class, _ -> Stage.open(options), Stage.class)
        .server();
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Stage stage = store(context).get(Stage.class, Stage.class);
    boolean elsewhere =
        stage != null && stage.stay().isPresent() && stage.owner() != Thread.currentThread();
    if (elsewhere) {
      invocation.skip();
      throw new ExtensionConfigurationException(
          "in flowing time a test runs on the thread that made its server: use @Timeout in the mode"
              + " SAME_THREAD");
    }
    invocation.proceed();
  }

  private ExtensionContext.Store store(ExtensionContext context) {
    return context.getStore(ExtensionContext.Namespace.create(HongyanExtension.class, this));
  }
}
