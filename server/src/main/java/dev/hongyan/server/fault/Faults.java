// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.fault;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.MalformedRequestException;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.catalog.Catalog;
import dev.hongyan.server.world.World;
import dev.hongyan.server.world.WorldException;
import dev.hongyan.time.Time;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The misbehaviour that was ordered. Each call of the protocol passes here on its way in and out;
 * without orders nothing happens to it. Of several orders that concern a call the older one comes
 * first: a {@link Denial} leaves nothing to the others, all {@link Distortion}s are applied, one
 * {@link Mishap} befalls the reply. Safe for use by many threads.
 */
public final class Faults {

  /** More orders than anybody keeps in mind. */
  public static final int MOST = 1000;

  private final World world;
  private final Askers askers;
  private final Time time;
  private final AtomicLong ids = new AtomicLong();
  private final List<StandingOrder> orders = new CopyOnWriteArrayList<>();

  /** None yet, for the server of this world. */
  public Faults(World world, Time time) {
    this.world = world;
    this.askers = new Askers(world);
    this.time = time;
  }

  /** What answers when nothing goes wrong. */
  @FunctionalInterface
  public interface Answering {

    /**
     * Answers.
     *
     * @throws InterruptedException if the client has gone or the server closes while it is held
     */
    WebReply answer(WebRequest request, String source) throws InterruptedException;
  }

  /**
   * Orders a fault from now on.
   *
   * @throws WorldException if there is no such account, or there are too many orders
   */
  public StandingOrder inject(FaultOrder order) {
    if (order.account().isPresent() && world.accounts().named(order.account().get()).isEmpty()) {
      throw WorldException.unknown("no such account: " + order.account().get());
    }
    if (orders.size() >= MOST) {
      throw WorldException.conflict("there are " + MOST + " faults: delete some");
    }
    StandingOrder standing = new StandingOrder(Long.toString(ids.incrementAndGet()), order);
    orders.add(standing);
    return standing;
  }

  /** All orders, spent ones included, oldest first. */
  public List<StandingOrder> list() {
    return List.copyOf(orders);
  }

  /** Calls one off; false if there is none of this id. */
  public boolean remove(String id) {
    return orders.removeIf(standing -> standing.id().equals(id));
  }

  /** Calls all off. */
  public void clear() {
    orders.clear();
  }

  /**
   * Brings a request to whoever answers, and the reply back, as ordered.
   *
   * @throws InterruptedException if the client has gone or the server closes while it is held
   */
  public Delivery pass(WebRequest request, String source, Answering next)
      throws InterruptedException {
    Optional<Call<?, ?>> call =
        orders.isEmpty() ? Optional.empty() : Catalog.ofPath(request.path());
    if (call.isEmpty()) {
      return new Delivery.Whole(next.answer(request, source));
    }
    List<StandingOrder> here = concerning(call.get(), request);
    for (StandingOrder standing : here) {
      if (standing.order().fault() instanceof Denial denial && standing.strikes()) {
        return denial.deny(call.get(), time);
      }
    }
    WebReply answered = next.answer(request, source);
    WebReply reply = distorted(new Occasion(call.get(), request, time.instant()), answered, here);
    for (StandingOrder standing : here) {
      if (standing.order().fault() instanceof Mishap mishap && standing.strikes()) {
        return mishap.befall(reply, time);
      }
    }
    return new Delivery.Whole(reply);
  }

  private List<StandingOrder> concerning(Call<?, ?> call, WebRequest request) {
    List<StandingOrder> concerning =
        orders.stream().filter(standing -> standing.order().concerns(call)).toList();
    boolean personal = concerning.stream().anyMatch(s -> s.order().account().isPresent());
    if (!personal) {
      return concerning;
    }
    Optional<String> asker = askers.account(request);
    return concerning.stream()
        .filter(s -> s.order().account().isEmpty() || s.order().account().equals(asker))
        .toList();
  }

  private static WebReply distorted(Occasion at, WebReply reply, List<StandingOrder> here) {
    WebReply last = reply;
    for (StandingOrder standing : here) {
      if (standing.order().fault() instanceof Distortion distortion) {
        Optional<WebReply> distorted = distort(distortion, at, last);
        last = distorted.isPresent() && standing.strikes() ? distorted.get() : last;
      }
    }
    return last;
  }

  /** What another fault has made unreadable cannot be distorted by its meaning. */
  private static Optional<WebReply> distort(Distortion distortion, Occasion at, WebReply reply) {
    try {
      return distortion.distort(at, reply);
    } catch (MalformedReplyException | MalformedRequestException _) {
      return Optional.empty();
    }
  }
}
