// SPDX-License-Identifier: Apache-2.0
/** What the build does once the jars are there, so that the command starts quickly. */
@NullMarked
package dev.hongyan.cli.build;

import org.jspecify.annotations.NullMarked;
