// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.shape.Shape;

/**
 * The parts of one HTTP request, in the manner of {@link Fields}: writing puts a part down and
 * returns it, reading returns what arrived, empty or neutral where nothing did.
 */
public interface Parts {

  /** How a request looks on the wire, told once and used in both directions. */
  @FunctionalInterface
  interface Passage<Q> {

    /** Hands over each part of {@code question} and returns the question made of what came back. */
    Q pass(Parts parts, Q question);
  }

  /** When the request is made, in milliseconds of the Unix epoch; 0 when reading. */
  long now();

  /** Language that the client wants to be answered in, such as {@code zh_CN}; empty for none. */
  String language();

  /** The desktop profile's {@code mod} (protocol reference 2.6); empty for the plain web client. */
  String mod();

  /** What names the file helper in places (protocol reference 11); empty for the web client. */
  String app();

  /** What follows the call's own path; percent-decoded when reading, hardly encoded in writing. */
  String tail(String value);

  /** A query parameter, also found under other spellings that clients are known to use. */
  String query(String name, String value, String... aliases);

  /** A query parameter that the web client writes without encoding it (protocol reference 6.5). */
  String plainQuery(String name, String value);

  /** A query parameter that is left out when empty. */
  String optionalQuery(String name, String value, String... aliases);

  /** One of those that means nothing to a server: written unless empty, never read. */
  void constantQuery(String name, String value);

  /** Query text that is copied as it is, percent-encoding and all; reading gives all of it. */
  String verbatimQuery(String value);

  /** The body as JSON. Reading a body that is empty gives the neutral value. */
  <T> T json(Shape<T> shape, T value);

  /** A field of a form-encoded body. */
  String form(String name, String value);

  /** A query parameter that is percent-encoded already; reading gives it as it is, too. */
  String encodedQuery(String name, String value, String... aliases);

  /** A header line that is left out when empty. */
  String header(String name, String value);

  /** A field of a form of several parts, also found under other spellings. */
  String part(String name, String value, String... aliases);

  /** One of those that is left out when empty. */
  String optionalPart(String name, String value);

  /** One of those that holds an object as JSON and must be there. */
  <T> T jsonPart(String name, Shape<T> shape, T value);

  /** The file of a form of several parts, the last of them; reading finds none if there is none. */
  FilePart filePart(String name, FilePart value);

  /** A field of several parts that means nothing to a server: written, never read. */
  default void constantPart(String name, String value) {
    var ignored = part(name, value);
  }

  /** A field of several parts that is a number; anything else is read as 0. */
  default long partNumber(String name, long value) {
    return number(part(name, Long.toString(value)));
  }

  /** A query parameter that is a number; anything else is read as 0. */
  default long queryNumber(String name, long value) {
    return number(query(name, Long.toString(value)));
  }

  /** A field of a form that is a number; anything else is read as 0. */
  default long formNumber(String name, long value) {
    return number(form(name, Long.toString(value)));
  }

  /** What most calls carry in front: the language, which no server reads, and the pass ticket. */
  default Secret passTicket(Secret ticket) {
    constantQuery("lang", language());
    return new Secret(optionalQuery("pass_ticket", ticket.value(), "passTicket"));
  }

  /** The session's key in the query. */
  default Secret skey(Secret skey) {
    return new Secret(query("skey", skey.value(), "sKey"));
  }

  private static long number(String text) {
    // Eighteen digits always fit; no account's number is nearly that long.
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }
}
