// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.store;

/**
 * What tells one content from another.
 *
 * @param sha256 64 hex digits, lower case: the name under which it is kept
 * @param md5 32 hex digits, lower case: the protocol goes by it
 * @param size bytes
 */
public record Fingerprint(String sha256, String md5, long size) {}
