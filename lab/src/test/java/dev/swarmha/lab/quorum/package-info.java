/** Managers that die, are cut off or silent, one or too many of them. */
@NullMarked
package dev.swarmha.lab.quorum;

import org.jspecify.annotations.NullMarked;
