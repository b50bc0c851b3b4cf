// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hongyan.protocol.SetCookie;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.UserNames;
import dev.hongyan.protocol.login.RedirectUri;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/** The small readers of texts: none throws, and what they read they would write again. */
class TextFuzzTest {

  static Stream<byte[]> seeds() {
    return Stream.of(
            "a &amp;lt; <br/>b <span class=\"emoji emoji1f1e81f1f3\"></span>&#39;",
            "@5c0f:<br/>x:<br/>y",
            "1_700000101|2_700000120|1000_5",
            "https://wx2.qq.com:443/a/b?ticket=t@q&uuid=u==#f",
            "wxsid=a+/=; Domain=.qq.com; Path=/; Expires=Mon, 31-Dec-2018 11:12:21 GMT; Max-Age=5",
            "@a,filehelper,,@@b,",
            "@Bo\u2005[微笑] 👨‍👩‍👧‍👦 and 🇨🇳, \"A\"邀请\"B、C\"加入了群聊。\n\n「A：b」\n- -")
        .map(s -> s.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void texts(byte @Nullable [] bytes) {
    String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);

    assertThat(WireText.decode(text)).isNotNull();
    assertThat(WireText.decode(WireText.encode(text))).isEqualTo(text.replace("\r\n", "\n"));
    assertThat(WireText.xml(text)).isNotNull();
    assertThat(Note.of(text).fact()).isNotNull();
    assertThat(Faces.in(text)).allMatch(Faces::isFace);
    assertThat(Mentions.in(text, List.of("Bo", "@", text)).names()).doesNotContain("");
    assertThat(String.join("", TextParts.split(text, 32)).replaceAll("\\s", ""))
        .isEqualTo(text.replaceAll("\\s", ""));
    assertThat(RoomPrefix.split(text).join()).isEqualTo(text);
    SyncKey.ofParameter(text).ifPresent(k -> assertThat(k.pairs()).isNotEmpty());
    assertThat(UserNames.split(text)).allMatch(n -> n.isPresent());
    RedirectUri.parse(text)
        .ifPresent(u -> assertThat(URI.create(u.origin().toString()).getHost()).isNotNull());
    SetCookie.parse(text, Instant.EPOCH).ifPresent(c -> assertThat(c.line()).contains("="));
  }
}
