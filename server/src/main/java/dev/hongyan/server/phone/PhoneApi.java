// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.server.fault.Faults;
import dev.hongyan.server.world.World;
import dev.hongyan.server.world.WorldException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people do with their phones, over HTTP under {@code /phone}; and the page that does it for
 * them. It is no part of the protocol.
 */
public final class PhoneApi {

  private static final String ROOT = "/phone";
  private static final Pattern CODE = Pattern.compile("/l/[A-Za-z0-9_=-]{1,64}");
  private static final int PARAMETERS = 16;
  private static final String JSON = "application/json";
  private static final String BYTES = "application/octet-stream";

  private final PhoneAccess access;
  private final PhonePage page = new PhonePage();
  private final JsonReader reader = new JsonReader();
  private final Map<String, Map<String, PhoneCall>> calls = new LinkedHashMap<>();

  /**
   * The phones of this world.
   *
   * @param faults what is to go wrong on the server
   * @param token what callers have to show; without one only this machine may call
   */
  public PhoneApi(World world, Faults faults, Optional<String> token) {
    access = new PhoneAccess(token);
    Stream.of(
            new ReadCodes(world.codes()),
            new Scan(world.codes()),
            new Confirm(world.codes()),
            new Cancel(world.codes()),
            new KeepUpload(world),
            new WriteMessage(world),
            new RecallSent(world),
            new ReadMedia(world),
            new ReadMessages(world),
            new ReadWorld(world),
            new ReadSessions(world),
            new AddAccount(world.accounts()),
            new SetSwitches(world.accounts()),
            new ReadProfile(world),
            new EditProfile(world),
            new ReadBook(world),
            new AddContact(world.contacts()),
            new EditContact(world),
            new DeleteContact(world),
            new AskFriend(world),
            new ReadRequests(world),
            new AcceptFriend(world),
            new OpenRoom(world.rooms()),
            new EditRoom(world),
            new AddMembers(world),
            new RemoveMembers(world),
            new EditMember(world),
            new JoinRoom(world),
            new UseChat(world),
            new Logout(world),
            new RenewKey(world),
            new ReadViolations(world.violations()),
            new Reset(world, faults),
            new OrderFault(faults),
            new ReadFaults(faults),
            new CallOffFault(faults),
            new CallOffFaults(faults))
        .forEach(call ->
            calls
                .computeIfAbsent(call.path(), path -> new LinkedHashMap<>())
                .put(call.method(), call));
  }

  /** The calls that there are, by method and path. */
  List<String> names() {
    return calls.values().stream()
        .flatMap(here -> here.values().stream())
        .map(call -> call.method() + " " + call.path())
        .toList();
  }

  /** Whether files come on this path, as they are. */
  public static boolean isUpload(String path) {
    return path.equals(ROOT + "/uploads");
  }

  /** Whether a request for this path is for us: the phones, or a code that a camera has read. */
  public static boolean owns(String path) {
    return path.equals(ROOT) || path.startsWith(ROOT + "/") || CODE.matcher(path).matches();
  }

  /**
   * Answers a request.
   *
   * @param source the address that it came from, without port; {@code memory} without a socket
   */
  public WebReply handle(WebRequest request, String source) {
    try {
      return answer(request, source);
    } catch (Problem problem) {
      return Replies.problem(problem);
    } catch (WorldException e) {
      return Replies.problem(problem(e));
    }
  }

  private WebReply answer(WebRequest request, String source) {
    String path = request.path();
    Optional<WebReply> file = page.answer(request);
    if (file.isPresent()) {
      access.checkPage(request, source);
      return file.get();
    }
    String below = path.startsWith(ROOT + "/") ? path.substring(ROOT.length() + 1) : "";
    access.check(request, source);
    return call(request, below);
  }

  private WebReply call(WebRequest request, String below) {
    int name = below.indexOf('/') + 1;
    Map<String, PhoneCall> here = calls.getOrDefault(below.substring(0, name), Map.of());
    if (name == 0 || name == below.length() || here.isEmpty()) {
      name = below.length();
      here = calls.getOrDefault(below, Map.of());
    }
    if (here.isEmpty()) {
      throw Problem.unknown("there is no such call");
    }
    Optional<PhoneCall> call = Optional.ofNullable(here.get(request.method()));
    if (call.isEmpty()) {
      throw Problem.wrongMethod(String.join(", ", here.keySet()));
    }
    return call.get().answer(ask(call.get(), request, decode(below.substring(name))));
  }

  private Ask ask(PhoneCall call, WebRequest request, String name) {
    Map<String, String> query = query(request.query());
    boolean bare = request.method().equals("DELETE") && request.body().length() == 0;
    if (!bare && !request.method().equals("GET")) {
      requireType(request, call.takesBytes() ? BYTES : JSON);
      if (!call.takesBytes()) {
        Fields fields = Fields.of(reader.read(request.body().bytes()));
        return new Ask(name, query, fields, request.body());
      }
    }
    return new Ask(name, query, Fields.of(new Json.Members(Map.of())), request.body());
  }

  /** No other page's form can send either of them without asking the browser first. */
  private static void requireType(WebRequest request, String wanted) {
    String type = request.headers().first("Content-Type").orElse("");
    if (!type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT).equals(wanted)) {
      throw Problem.wrongType(wanted);
    }
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    List<String> parts = raw.isEmpty() ? List.of() : List.of(raw.split("&", PARAMETERS + 1));
    if (parts.size() > PARAMETERS) {
      throw Problem.shape("the query has more than " + PARAMETERS + " parameters");
    }
    for (String part : parts) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      query.put(decode(name), equals < 0 ? "" : decode(part.substring(equals + 1)));
    }
    return query;
  }

  private static String decode(String raw) {
    try {
      return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problem.shape("the address is not percent-encoded as it should be");
    }
  }

  private static Problem problem(WorldException e) {
    String detail = Stream.ofNullable(e.getMessage()).collect(Collectors.joining());
    return switch (e.problem()) {
      case UNKNOWN -> Problem.unknown(detail);
      case CONFLICT -> Problem.conflict(detail);
      case ILLEGAL -> Problem.of(e.field(), detail);
    };
  }
}
