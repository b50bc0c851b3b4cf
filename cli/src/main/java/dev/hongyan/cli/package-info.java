// SPDX-License-Identifier: Apache-2.0
/** The hongyan command: from arguments to an exit code. */
@NullMarked
package dev.hongyan.cli;

import org.jspecify.annotations.NullMarked;
