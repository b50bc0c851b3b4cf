// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.recording;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names that messages' XML is known to have (protocol reference 5.6 to 5.15), elements and
 * attributes alike, and what stands in them. A recording keeps no other.
 */
final class XmlVocabulary {

  /** What a value is. */
  enum Meaning {
    /** A size, a length, a type, a flag: a number that says nothing about anybody. */
    MEASURE,
    /** Somebody's name on the wire, a key, a number of something. */
    ID,
    /** Anything that somebody wrote, or nothing but other elements. */
    WORDS
  }

  private static final String MEASURES =
      """
      length hdlength cdnthumblength len totallen playlength voicelength voiceformat width height
      cdnthumbwidth cdnthumbheight encryver type action showtype sdkver scene imagestatus percard
      sex albumflag albumstyle snsflag opcode certflag brandFlags count ver version endflag
      cancelflag forwardflag scale maptype status dataformat datasize datatype fullmd5size duration
      emojiflag pub_time sourcetime datatimestamp
      """;

  private static final String IDS =
      """
      username fromusername tousername encryptusername chatroomusername sourceusername fromusr
      chatusr session msgid newmsgid oldmsgid svrid clientmsgid bufid md5 androidmd5 emoticonmd5
      aeskey cdnthumbaeskey cdnthumburl cdnmidimgurl cdnbigimgurl cdnurl cdnvideourl cdnattachurl
      attachid mediaid appid ticket antispamticket qrticket albumbgimgid snsbgimgid snsbgobjectid
      mhash mfullhash idbuffer productid poiid regionCode weibo googlecontact sharecardusername
      dataid htmlid
      """;

  private static final String WORDS =
      """
      msg img videomsg voicemsg emoji gameext location appmsg appinfo appname appattach sysmsg
      revokemsg mmreader category item brandlist refermsg weappinfo op chat unreadchatlist
      unreadfunctionlist lastreadtime recordinfo datalist dataitem
      title des url lowurl dataurl lowdataurl recorditem thumburl extinfo sourcedisplayname
      commenturl content displayname replacemsg nickname fromnickname shortpy alias province city
      country sign certinfo bigheadimgurl smallheadimgurl brandIconUrl brandHomeUrl
      brandSubscriptConfigUrl sourcenickname label poiname x y digest cover fileext pagepath id
      info desc datadesc datatitle sourcename sourceheadurl datafmt favcreatetime
      e ShowType Content Url DispSec Title Action DelayConnSec Countdown Ok Cancel
      """;

  private static final Map<String, Meaning> NAMES = new HashMap<>();

  static {
    add(MEASURES, Meaning.MEASURE);
    add(IDS, Meaning.ID);
    add(WORDS, Meaning.WORDS);
  }

  private XmlVocabulary() {}

  private static void add(String names, Meaning meaning) {
    for (String name : names.strip().split("\\s+", -1)) {
      NAMES.put(name, meaning);
    }
  }

  static Optional<Meaning> meaning(String name) {
    return Optional.ofNullable(NAMES.get(name));
  }
}
