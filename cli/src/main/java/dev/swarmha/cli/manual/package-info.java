/** The manual pages, made of the same descriptions as the help. */
@NullMarked
package dev.swarmha.cli.manual;

import org.jspecify.annotations.NullMarked;
