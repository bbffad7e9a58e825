/** The terminal that a command runs on: who owns it, and the display that is redrawn on it. */
@NullMarked
package dev.swarmha.cli.terminal;

import org.jspecify.annotations.NullMarked;
