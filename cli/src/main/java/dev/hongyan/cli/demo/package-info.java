// SPDX-License-Identifier: Apache-2.0
/** A whole session between a real client and a real server, each step checked from both sides. */
@NullMarked
package dev.hongyan.cli.demo;

import org.jspecify.annotations.NullMarked;
