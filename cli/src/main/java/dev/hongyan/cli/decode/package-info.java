// SPDX-License-Identifier: Apache-2.0
/** Captured replies: from whatever was saved of them to what they say. */
@NullMarked
package dev.hongyan.cli.decode;

import org.jspecify.annotations.NullMarked;
