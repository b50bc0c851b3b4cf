// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.script;

import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.NewAccount;
import dev.hongyan.server.world.NewRoom;
import dev.hongyan.server.world.Profile;
import dev.hongyan.server.world.Room;
import dev.hongyan.server.world.World;
import java.util.Arrays;

/**
 * The people of a world, to act by script.
 *
 * {@snippet :
 * Cast cast = new Cast(world);
 * Person lin = cast.person("lin");
 * lin.phone().scan(uuid).confirm();
 * cast.person("mei").says("好久不见").to(lin);
 * }
 *
 * <p>Nobody here waits but {@link Person#receives}; what was done is done when a method returns.
 */
public final class Cast {

  private final World world;

  /** The people of this world. */
  public Cast(World world) {
    this.world = world;
  }

  /**
   * Somebody who is here.
   *
   * @param name short name
   * @throws IllegalArgumentException if he is not
   */
  public Person person(String name) {
    Account account =
        world
            .accounts()
            .named(name)
            .orElseThrow(() -> new IllegalArgumentException("nobody here is called " + name));
    return new Person(world, account);
  }

  /** Somebody new, who knows nobody yet. */
  public Person enters(String name, String nickName) {
    return new Person(world, world.accounts().add(NewAccount.person(name, Profile.of(nickName))));
  }

  /**
   * A chat room that is here.
   *
   * @throws IllegalArgumentException if it is not
   */
  public Room room(String name) {
    return world
        .rooms()
        .named(name)
        .orElseThrow(() -> new IllegalArgumentException("no room here is called " + name));
  }

  /** A new chat room. */
  public Room opens(Person owner, String name, String topic, Person... members) {
    return world
        .rooms()
        .open(
            new NewRoom(
                name,
                topic,
                owner.name(),
                Arrays.stream(members).map(member -> NewRoom.Member.of(member.name())).toList()));
  }
}
