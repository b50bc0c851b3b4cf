// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

/**
 * How far a session has read.
 *
 * @param session which session, see {@link SavedSession#id()}; the keys mean nothing in another
 * @param keys the sync keys, opaque to the store
 */
public record Position(String session, String keys) {}
