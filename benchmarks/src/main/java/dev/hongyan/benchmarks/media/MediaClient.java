// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.media;

import dev.hongyan.client.Download;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * All that sends and fetches, in a process of its own: our clients and the plain copy. Obeys lines
 * and answers each with the microseconds that it took.
 */
final class MediaClient {

  /** Bytes of each file. */
  static final int SIZE = 20_000_000;

  /** So many files there are at once at most; each is another one whenever it is sent. */
  private static final int FILES = 50;

  private final Time time;
  private final Path folder;
  private final MediaPeople people;
  private final PlainCopy plain;
  private final Footprint footprint;
  private int made;

  private MediaClient(
      Time time, Path folder, MediaPeople people, PlainCopy plain, Footprint footprint) {
    this.time = time;
    this.folder = folder;
    this.people = people;
    this.plain = plain;
    this.footprint = footprint;
  }

  /** Arguments: a folder, our server, the plain one, and how many friends send files. */
  public static void main(String[] arguments) throws Exception {
    Time time = Time.system();
    try (MediaPeople people = new MediaPeople(URI.create(arguments[1]));
        PlainCopy plain = new PlainCopy(URI.create(arguments[2]));
        Footprint footprint = new Footprint(time);
        BufferedReader orders =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      people.logIn(Integer.parseInt(arguments[3]));
      var obedient = new MediaClient(time, Path.of(arguments[0]), people, plain, footprint);
      System.out.println("ready");
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        System.out.println(obedient.obey(order.split(" ", -1)));
      }
    }
  }

  private String obey(String[] order) throws Exception {
    return switch (order[0]) {
      case "watch" -> {
        footprint.watch();
        yield footprint.look();
      }
      case "memory" -> footprint.look();
      case "plain-up" -> Long.toString(timed(fresh(), plain::up));
      case "safe-up" -> Long.toString(timed(fresh(), plain::upSafely));
      case "plain-down" -> Long.toString(timed(folder.resolve("plain-down"), plain::down));
      case "up" -> Long.toString(up(Integer.parseInt(order[1])));
      case "down" -> Long.toString(down(Integer.parseInt(order[1])));
      default -> throw new IOException("no such order: " + order[0]);
    };
  }

  /** Something that is done with a file. */
  private interface Transfer {
    void run(Path file) throws IOException, InterruptedException;
  }

  private long timed(Path file, Transfer transfer) throws IOException, InterruptedException {
    long begun = time.nanoTime();
    transfer.run(file);
    return (time.nanoTime() - begun) / 1_000;
  }

  private long up(int count) throws Exception {
    List<Callable<Void>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      Path file = fresh();
      all.add(() -> {
        people.send(number, file);
        return null;
      });
    }
    return together(all);
  }

  private long down(int count) throws Exception {
    List<Callable<Void>> all = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Download download = people.received();
      Path file = folder.resolve("down-" + i);
      files.add(file);
      all.add(() -> {
        var ignored = download.to(file);
        return null;
      });
    }
    long took = together(all);
    for (Path file : files) {
      if (Files.size(file) != SIZE) {
        throw new IOException("a file has come with " + Files.size(file) + " bytes");
      }
    }
    return took;
  }

  private long together(List<Callable<Void>> all) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long begun = time.nanoTime();
      for (var one : threads.invokeAll(all)) {
        one.get();
      }
      return (time.nanoTime() - begun) / 1_000;
    }
  }

  /** A file that nobody has seen: a server that keeps each content once gains nothing. */
  private Path fresh() throws IOException {
    Path file = folder.resolve("file-" + made % FILES);
    if (!Files.exists(file)) {
      byte[] bytes = new byte[SIZE];
      Randomness.seeded(1).nextBytes(bytes);
      Files.write(file, bytes);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var ignored = channel.write(ByteBuffer.allocate(Integer.BYTES).putInt(0, made++), 0);
    }
    return file;
  }
}
