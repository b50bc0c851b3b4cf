// SPDX-License-Identifier: Apache-2.0
/** One class per command: what it takes, and what it does. */
@NullMarked
package dev.hongyan.cli.command;

import org.jspecify.annotations.NullMarked;
