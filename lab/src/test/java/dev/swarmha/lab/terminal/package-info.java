/** What people see and type at a terminal, tried at one. */
@NullMarked
package dev.swarmha.lab.terminal;

import org.jspecify.annotations.NullMarked;
