// SPDX-License-Identifier: Apache-2.0

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.biezhi.wechat.WeChatBot;
import io.github.biezhi.wechat.api.WeChatApiImpl;
import io.github.biezhi.wechat.api.annotation.Bind;
import io.github.biezhi.wechat.api.constant.Config;
import io.github.biezhi.wechat.api.enums.MsgType;
import io.github.biezhi.wechat.api.model.Account;
import io.github.biezhi.wechat.api.model.Member;
import io.github.biezhi.wechat.api.model.Recommend;
import io.github.biezhi.wechat.api.model.WeChatMessage;
import io.github.biezhi.wechat.utils.MD5Checksum;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Runs the unmodified wechat-api: says what it sees as one JSON object a line on stdout, takes
 * commands as JSON lines on stdin ({@code {"do":"send","to":NAME,"text":…}}, {@code
 * {"do":"sendFile","to":NAME,"path":…}}, {@code {"do":"recall"}} for what was sent last, {@code
 * {"do":"rename","room":NAME,"name":…}}, {@code {"do":"accept"}} for the last friend request, {@code
 * {"do":"echo"}} to send back what is received from now on, {@code {"do":"logout"}}). Every event says
 * when it happened, in microseconds of {@link System#nanoTime}.
 *
 * <p>Public, because the client binds public methods of its subclass by reflection.
 */
public final class WechatApiDriver extends WeChatBot {

  private static final Gson JSON = new Gson();

  private final PrintStream events;
  private final Wire wire;
  private volatile boolean echoes;
  private volatile Recommend lastRequest;
  private volatile String lastTarget;

  private WechatApiDriver(Builder builder, Wire wire, PrintStream events) {
    super(builder);
    this.wire = wire;
    this.events = events;
  }

  /** The only argument is a folder for what the client saves. */
  public static void main(String[] args) {
    PrintStream events = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // stdout carries events only; the client logs to it
    Wire wire = new Wire(events);
    Builder builder = new Builder().config(Config.me().assetsDir(args[0]));
    builder.okHttpClient(new OkHttpClient.Builder().addInterceptor(wire).build());
    builder.build(); // hands the HTTP client on; the bot that it returns is not a subclass
    new WechatApiDriver(builder, wire, events).start();
  }

  @Bind(msgType = MsgType.TEXT)
  public void received(WeChatMessage message) {
    long at = now();
    if (!message.isGroup()) {
      say(events, at, "message", Map.of("from", message.getName(), "text", message.getText()));
      if (echoes) {
        sendMsg(message.getFromUserName(), message.getText());
      }
      return;
    }
    String content = message.getRaw().getContent();
    String sender = content.substring(0, content.indexOf(':'));
    Account room = roomOf(message.getFromUserName());
    String from =
        room.getMembers().stream()
            .filter(member -> member.getUserName().equals(sender))
            .map(WechatApiDriver::nameOf)
            .findFirst()
            .orElse(sender);
    say(
        events,
        at,
        "message",
        Map.of("from", from, "room", room.getNickName(), "text", message.getText()));
  }

  /** The client has fetched it by then. */
  @Bind(msgType = MsgType.IMAGE)
  public void pictured(WeChatMessage message) {
    sayMedia(message, "picture", message.getImagePath());
  }

  @Bind(msgType = MsgType.VOICE)
  public void spoken(WeChatMessage message) {
    sayMedia(message, "voice", message.getVoicePath());
  }

  @Bind(msgType = MsgType.VIDEO)
  public void filmed(WeChatMessage message) {
    sayMedia(message, "video", message.getVideoPath());
  }

  @Bind(msgType = MsgType.ADD_FRIEND)
  public void asked(WeChatMessage message) {
    lastRequest = message.getRaw().getRecommend();
    say(events, "request", Map.of("from", lastRequest.getNickName(), "text", message.getText()));
  }

  @Bind(msgType = MsgType.REVOKE_MSG)
  public void recalled(WeChatMessage message) {
    say(events, "recall", Map.of("from", message.getName()));
  }

  private void sayMedia(WeChatMessage message, String kind, String path) {
    File file = new File(path);
    say(
        events,
        "media",
        Map.of(
            "kind",
            kind,
            "from",
            message.getName(),
            "size",
            file.length(),
            "md5",
            MD5Checksum.getMD5Checksum(path)));
  }

  /** Called by the client's threads too, when the server has ended the session. */
  @Override
  public void setRunning(boolean running) {
    super.setRunning(running);
    if (!running) {
      say(events, "logout", Map.of());
    }
  }

  /** What the client does after the login, on the main thread. */
  @Override
  protected void other() {
    long at = now();
    say(events, at, "login", Map.of("name", session().getNickName()));
    say(events, at, "contacts", Map.of("names", wire.contacts()));
    Map<String, List<String>> members = new LinkedHashMap<>();
    for (Account room : groups()) {
      members.put(
          room.getNickName(), room.getMembers().stream().map(WechatApiDriver::nameOf).toList());
    }
    say(events, at, "members", Map.of("rooms", members));

    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    input.lines().map(line -> JSON.fromJson(line, JsonObject.class)).forEach(this::obey);
  }

  private void obey(JsonObject command) {
    switch (command.get("do").getAsString()) {
      case "send" -> send(command.get("to").getAsString(), command.get("text").getAsString());
      case "sendFile" ->
          sendFileTo(command.get("to").getAsString(), command.get("path").getAsString());
      case "recall" ->
          done("recalled", api().revokeMsg(wire.lastSent(), lastTarget), Map.of());
      case "rename" -> rename(command.get("room").getAsString(), command.get("name").getAsString());
      case "accept" ->
          done("accepted", api().verify(lastRequest), Map.of("name", lastRequest.getNickName()));
      case "echo" -> echoes = true;
      case "logout" -> api().logout();
      default -> throw new IllegalArgumentException(command.toString());
    }
  }

  private void send(String to, String text) {
    if (sendMsgByName(to, text)) {
      say(events, "sent", Map.of("to", to, "text", text));
    } else {
      say(events, "error", Map.of("detail", "could not send to " + to));
    }
  }

  /** By its name: the client leaves the kind to whoever calls it. */
  private void sendFileTo(String to, String path) {
    lastTarget = api().getAccountByName(to).getUserName();
    boolean picture = path.endsWith(".jpg") || path.endsWith(".png");
    boolean sent = picture ? sendImg(lastTarget, path) : sendFile(lastTarget, path);
    done("sent", sent, Map.of("to", to, "text", new File(path).getName()));
  }

  private void rename(String room, String name) {
    done("renamed", api().modifyGroupName(room, name), Map.of("room", name));
  }

  private void done(String event, boolean success, Map<String, ?> seen) {
    say(events, success ? event : "error", success ? seen : Map.of("detail", event + " failed"));
  }

  private List<Account> groups() {
    return ((WeChatApiImpl) api()).getGroupList();
  }

  private Account roomOf(String userName) {
    return groups().stream()
        .filter(room -> room.getUserName().equals(userName))
        .findFirst()
        .orElseThrow();
  }

  private static String nameOf(Member member) {
    String displayName = member.getDisplayName();
    return displayName == null || displayName.isEmpty() ? member.getNickName() : displayName;
  }

  private static long now() {
    return System.nanoTime() / 1000;
  }

  private static void say(PrintStream events, String event, Map<String, ?> seen) {
    say(events, now(), event, seen);
  }

  private static void say(PrintStream events, long at, String event, Map<String, ?> seen) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", event);
    line.put("at", at);
    line.putAll(seen);
    events.println(JSON.toJson(line));
  }

  /**
   * Watches what the client keeps to itself: the login uuid, the ids of what it has sent, and the
   * contacts of webwxgetcontact, which it reads and then loses (it keeps only those without a user
   * name).
   */
  private static final class Wire implements Interceptor {

    private static final long MOST_BYTES = 64L << 20;

    private final List<String> contactPages = new CopyOnWriteArrayList<>();
    private final Set<String> uuids = ConcurrentHashMap.newKeySet();
    private final PrintStream events;
    private volatile String lastSent = "";

    Wire(PrintStream events) {
      this.events = events;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
      HttpUrl url = chain.request().url();
      String call = url.pathSegments().get(url.pathSize() - 1);
      if (call.equals("login") && uuids.add(url.queryParameter("uuid"))) {
        say(events, "uuid", Map.of("uuid", url.queryParameter("uuid")));
      }
      Response response = chain.proceed(chain.request());
      if (call.equals("login") && body(response).startsWith("window.code=201;")) {
        say(events, "scanned", Map.of());
      } else if (call.equals("webwxgetcontact")) {
        contactPages.add(body(response));
      } else if (call.startsWith("webwxsend")) {
        JsonElement id = new JsonParser().parse(body(response)).getAsJsonObject().get("MsgID");
        lastSent = id == null ? "" : id.getAsString();
      }
      return response;
    }

    /** The client tells nobody which id its message got. */
    String lastSent() {
      return lastSent;
    }

    /** Read late, so that the client is not kept waiting while it logs in. */
    List<String> contacts() {
      List<String> names = new ArrayList<>();
      contactPages.forEach(page -> names.addAll(names(page)));
      contactPages.clear();
      return names;
    }

    private static String body(Response response) throws IOException {
      return response.peekBody(MOST_BYTES).source().readUtf8();
    }

    private static List<String> names(String page) {
      List<String> names = new ArrayList<>();
      JsonElement members = new JsonParser().parse(page).getAsJsonObject().get("MemberList");
      for (JsonElement member : members.getAsJsonArray()) {
        String remark = member.getAsJsonObject().get("RemarkName").getAsString();
        String nickName = member.getAsJsonObject().get("NickName").getAsString();
        names.add(remark.isEmpty() ? nickName : remark);
      }
      return names;
    }
  }
}
